package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.nio.CharBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Incidents are kept apart by entries of the MDC. */
class GroupingTest {

  private static final Grouping TENANT = Grouping.NONE.and("tenant");

  private static Map<String, String> context(Object tenant) {
    return TENANT.context(Map.of("tenant", tenant)::get);
  }

  private static String tenant(Object tenant) {
    return Objects.requireNonNull(context(tenant).get("tenant"));
  }

  @Test
  void noMoreThanTheKeysIsRead() {
    Map<String, Object> mdc = new HashMap<>();
    mdc.put("user", 17);
    mdc.put("tenant", "acme");
    mdc.put("password", "T0PSECRET");

    assertThat(Grouping.NONE.and("user", "tenant", "missing").context(mdc::get))
        .hasToString("{user=17, tenant=acme}");
    assertThat(
            Grouping.by(Dimension.MODEL)
                .context(
                    key -> {
                      throw new AssertionError("nothing was asked for");
                    }))
        .isEmpty();
  }

  @Test
  void plainValuesAreTextAndOthersAreLeftOut() {
    assertThat(tenant(" acme ")).isEqualTo("acme");
    assertThat(tenant(CharBuffer.wrap("acme"))).isEqualTo("acme");
    assertThat(tenant(42L)).isEqualTo("42");
    assertThat(tenant(Severity.INFO)).isEqualTo("INFO");
    assertThat(context("")).isEmpty();
    assertThat(context(List.of("acme"))).isEmpty();
  }

  @Test
  void aValueThatIsLongOrHoldsASecretIsKeptApartByANumber() {
    String key = "sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCD";
    assertThat(tenant(key)).startsWith("[redacted]#").isEqualTo(tenant(key));
    assertThat(tenant(key)).isNotEqualTo(tenant(key + "E")).doesNotContain("abcdef");
    String address = tenant("jane.doe@acme.com");
    assertThat(address).doesNotContain("jane").isNotEqualTo(tenant("john.doe@acme.com"));
    String line = "x".repeat(90);
    assertThat(tenant(line + "1")).hasSizeLessThan(70).isNotEqualTo(tenant(line + "2"));
    assertThat(tenant("a\nb\u202ec")).doesNotContain("\n", "\u202e");
  }

  @Test
  void aValueThatCannotSayWhatItIsIsLeftOut() {
    CharSequence broken =
        new CharSequence() {
          @Override
          public int length() {
            return 3;
          }

          @Override
          public char charAt(int index) {
            throw new IllegalStateException();
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            throw new IllegalStateException();
          }

          @Override
          public String toString() {
            throw new IllegalStateException();
          }
        };

    assertThat(context(broken)).isEmpty();
  }

  @Test
  void hugeValuesStayApartByTheirLengthWithoutBeingReadToTheirEnd() {
    assertThat(tenant("x".repeat(5_000_000))).isNotEqualTo(tenant("x".repeat(5_000_001)));
  }

  @Test
  void idsStayApart() {
    UUID one = UUID.fromString("0b1f7a52-3a1c-4d0e-9a57-2f6c1d7e8a90");
    UUID other = UUID.fromString("0b1f7a52-3a1c-4d0e-9a57-2f6c1d7e8a91");
    assertThat(tenant(one)).isNotEqualTo(tenant(other)).isEqualTo(tenant(one.toString()));
    assertThat(tenant("65f1c0ffee65f1c0ffee65f1")).isNotEqualTo(tenant("65f1c0ffee65f1c0ffee65f2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "two words",
        "a,b",
        "ten\u00e4nt",
        "x2345678901234567890123456789012345678901"
      })
  void whatIsNoKeyIsRefused(String key) {
    assertThatThrownBy(() -> Grouping.NONE.and(key))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("as mdc:tenant");
  }

  @Test
  void thereAreAFewAtMost() {
    assertThat(Grouping.NONE.and("a", "b", "c", "d.e_f-1").contextKeys()).hasSize(4);
    assertThatThrownBy(() -> Grouping.NONE.and("a", "b", "c", "d", "e"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AlertRules rules(Grouping groupBy, int maxKeys) {
    AlertRule quota = Objects.requireNonNull(DefaultRules.named("quota"));
    return new AlertRules(List.of(quota.withWhen(When.parse("first"))), groupBy, maxKeys, true);
  }

  private static Failure failure(Times service, int number, Map<String, String> context) {
    return new Failure(
        service.now(),
        Times.error(ErrorKind.INSUFFICIENT_QUOTA),
        new Failure.Source("com.acme.Chat", null, "worker-" + number),
        null,
        number,
        context);
  }

  private static void fail(Times service, int number, Map<String, String> context) {
    service.fail(failure(service, number, context));
  }

  @Test
  void eachValueIsAnIncidentOfItsOwn() {
    Times service = new Times(rules(TENANT, 256));

    fail(service, 1, Map.of("tenant", "acme"));
    fail(service, 2, Map.of("tenant", "other"));
    fail(service, 3, Map.of("tenant", "acme"));
    fail(service, 4, Map.of());

    assertThat(service.alerts)
        .extracting(Alert::group)
        .containsExactly("tenant acme", "tenant other", "");
    assertThat(service.alerts).extracting(Alert::id).doesNotHaveDuplicates();
    assertThat(service.alerts.get(0).text().title()).endsWith(", tenant acme");
    assertThat(service.engine.open(service.now()))
        .extracting(alert -> alert.counts().failures())
        .containsExactly(2L, 1L, 1L);
  }

  @Test
  void besideOtherDimensions() {
    Times service = new Times(rules(Grouping.by(Dimension.MODEL).and("tenant"), 256));

    fail(service, 1, Map.of("tenant", "acme"));

    assertThat(service.last().group()).isEqualTo("model gpt-4o, tenant acme");
  }

  @Test
  void thoseThatAreTooManyShareOne() {
    Times service = new Times(rules(TENANT, 3));

    for (int i = 0; i < 1_000; i++) {
      fail(service, i, Map.of("tenant", "t" + i));
    }

    assertThat(service.alerts)
        .extracting(Alert::group)
        .containsExactly("tenant t0", "tenant t1", "tenant t2", "other");
  }

  /** Nobody tells whose calls succeed. */
  @Test
  void theSuccessesOfOthersAreNotTheEndOfATenantsTrouble() {
    Times service = new Times(rules(TENANT, 256));
    fail(service, 1, Map.of("tenant", "acme"));
    fail(service, 2, Map.of());
    service.alerts.clear();

    service.pass("1m");
    service.engine.onSuccesses(Provider.OPENAI, service.now(), 1_000);
    service.succeed().pass("2m").succeed().pass("5m");

    assertThat(service.alerts)
        .extracting(alert -> alert.state() + " " + alert.group())
        .containsExactly("RESOLVED ");
    fail(service, 3, Map.of("tenant", "acme"));
    assertThat(service.engine.open(service.now()))
        .singleElement()
        .satisfies(alert -> assertThat(alert.counts().share()).isNull());
  }

  @Test
  void aRestartKeepsThemApart() {
    Times before = new Times(rules(TENANT, 256));
    fail(before, 1, Map.of("tenant", "acme"));
    AlertEngine after = new AlertEngine(rules(TENANT, 256), Origin.NONE);
    Instant now = before.now().plusSeconds(60);
    after.restore(before.engine.snapshot(now), now);
    before.pass("2m");

    assertThat(after.onFailure(failure(before, 2, Map.of("tenant", "acme")))).isEmpty();
    assertThat(after.onFailure(failure(before, 3, Map.of("tenant", "other"))))
        .extracting(Alert::group)
        .containsExactly("tenant other");
  }
}
