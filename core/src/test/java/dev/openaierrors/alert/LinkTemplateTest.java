package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.alert.LinkTemplate.Place;
import dev.openaierrors.error.ErrorKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links with places. */
class LinkTemplateTest {

  @Test
  void placesAreFilledInAndEncoded() {
    LinkTemplate link =
        LinkTemplate.of("https://logs.acme.com/q?service={service}&from={from}&to={toMillis}#{id}");

    assertThat(
            link.fill(
                Map.of(
                    Place.SERVICE, "chat api&x=1/../#\u00e9",
                    Place.FROM, "2026-11-30T07:00:00Z",
                    Place.TO_MILLIS, "1796025600000")))
        .isEqualTo(
            "https://logs.acme.com/q?service=chat%20api%26x%3D1%2F..%2F%23%C3%A9"
                + "&from=2026-11-30T07%3A00%3A00Z&to=1796025600000#");
  }

  @Test
  void aLinkWithoutPlacesIsTakenAsItIs() {
    assertThat(LinkTemplate.of("HTTP://wiki_1:8080?a=%7Bb%7D").fill(Map.of()))
        .isEqualTo("HTTP://wiki_1:8080?a=%7Bb%7D");
  }

  @ParameterizedTest
  @EnumSource
  void everyPlaceIsRead(Place place) {
    for (String begin : List.of("https://wiki.acme.com/", "http://wiki?", "https://wiki:9#")) {
      String words = begin + "{" + place.word() + "}";
      assertThat(LinkTemplate.of(words)).hasToString(words).isEqualTo(LinkTemplate.of(words));
      assertThat(LinkTemplate.of(words).fill(Map.of(place, "v"))).isEqualTo(begin + "v");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wiki",
        "//wiki/{rule}",
        "javascript:alert(1)",
        "file:///etc/{rule}",
        "https:///{rule}",
        "https://{service}.acme.com/",
        "https://acme.com{service}",
        "https://{service}/x",
        "{service}",
        "https://a b/",
        "https://user:T0PSECRET@acme.com/{rule}",
        "https://acme.com/T0PSECRET<b>",
        "https://acme.com/\u202eT0PSECRET",
        "https://acme.com/${rule}",
        "https://acme.com/{rule",
        "https://acme.com/{rule}{rule}{rule}{rule}{rule}{rule}{rule}{rule}{rule}{rule}{rule}{rule}"
            + "{rule}{rule}{rule}{rule}{rule}{rule}{rule}{rule}{rule}",
      })
  void whatIsNoLinkIsRefusedAndNotRepeated(String words) {
    assertThatThrownBy(() -> LinkTemplate.of(words))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("https://wiki.example.com/runbooks/{rule}")
        .hasMessageNotContaining("T0PSECRET");
  }

  @Test
  void aLinkThatIsTooLongIsRefused() {
    String most = "https://acme.com/" + "a".repeat(983);
    assertThat(LinkTemplate.of(most)).hasToString(most);
    assertThatThrownBy(() -> LinkTemplate.of(most + "a")).hasMessageContaining("is too long");
  }

  @Test
  void anUnknownPlaceIsNamedBesideThoseThatAreKnown() {
    assertThatThrownBy(() -> LinkTemplate.of("https://wiki.acme.com/{team}"))
        .hasMessage(
            "'{team}' is no place of a link; write one of {service}, {environment}, {instance},"
                + " {rule}, {group}, {kind}, {severity}, {provider}, {model}, {requestId}, {id},"
                + " {from}, {to}, {fromMillis}, {toMillis}");
  }

  @Test
  void aPlaceThatIsNoWordIsNotRepeated() {
    assertThatThrownBy(() -> LinkTemplate.of("https://wiki.acme.com/{key=T0PSECRET}"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("'{\u2026}' is no place of a link; write one of {service}, ");
  }

  @Test
  void noLinkIsBetterThanOneThatNobodyTakes() {
    LinkTemplate link = LinkTemplate.of("https://acme.com/{group}");

    assertThat(link.fill(Map.of(Place.GROUP, "\u4e2d".repeat(221)))).isNull();
    assertThat(link.fill(Map.of(Place.GROUP, "\u4e2d".repeat(220)))).hasSize(17 + 220 * 9);
  }

  private static Times with(@Nullable String runbook, @Nullable String logLink) {
    AlertRule quota = Objects.requireNonNull(DefaultRules.named("quota"));
    return new Times(
        AlertRules.of(
            List.of(
                quota
                    .withWhen(When.parse("first"))
                    .withRunbook(runbook == null ? null : LinkTemplate.of(runbook))
                    .withLogLink(logLink == null ? null : LinkTemplate.of(logLink)))));
  }

  @Test
  void anAlertFillsThem() {
    Times service =
        with(
            "https://wiki.acme.com/{environment}/{rule}/{kind}?s={severity}&p={provider}",
            "https://logs.acme.com/?q={service}&i={instance}&g={group}&from={from}&to={to}"
                + "&f={fromMillis}&t={toMillis}");

    service.fail(ErrorKind.INSUFFICIENT_QUOTA).pass("31m");

    Alert firing = service.alerts.get(0);
    assertThat(firing.text().runbook())
        .isEqualTo(
            "https://wiki.acme.com/prod/quota/insufficient_quota?s=critical&p="
                + firing.cause().provider().id());
    assertThat(firing.text().logLink())
        .isEqualTo(
            "https://logs.acme.com/?q=chat-api&i=pod-1&g=&from=2026-11-23T09%3A00%3A00Z"
                + "&to=2026-11-23T09%3A01%3A00Z&f=1795424400000&t=1795424460000");
    assertThat(AlertText.line(firing))
        .endsWith(
            " Runbook: %s Logs: %s".formatted(firing.text().runbook(), firing.text().logLink()));
    assertThat(AlertText.fields(firing))
        .containsEntry("openai.alert.runbook", firing.text().runbook())
        .containsEntry("openai.alert.log_link", firing.text().logLink());
  }

  @Test
  void anAlertOfARuleWithoutLinksHasNone() {
    Times service = with(null, null);

    service.fail(ErrorKind.INSUFFICIENT_QUOTA);

    assertThat(service.last().text().runbook()).isNull();
    assertThat(AlertText.line(service.last())).doesNotContain("Runbook:", "Logs:");
    assertThat(AlertText.fields(service.last()))
        .doesNotContainKeys("openai.alert.runbook", "openai.alert.log_link");
  }
}
