package dev.openaierrors.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose errors are replayed together: those of one service, whichever of its pods logged them. */
class ServicesTest {

  @ParameterizedTest
  @CsvSource({
    "chat-api, chat-api",
    "' chat-api ', chat-api",
    "chat-api-7d9f8b6c5d-x2x9z, chat-api",
    "chat-api-7d9f8b6c5d-x2x9z/app, chat-api",
    "chat-api/app, chat-api",
    "chat-api-7d9f8b-x2x9z, chat-api",
    "chat-api-0/app, chat-api",
    "chat-api-12/app, chat-api",
    // Of a job that comes again and again, and of one on every node.
    "report-29123456-x2x9z, report",
    "report-29123456-x2x9z/app, report",
    "nightly-report-29123457-h7kqb/app, nightly-report",
    "agent-x2x9z/app, agent",
    "chat-cache/app, chat-cache",
    "chat-redis/app, chat-redis",
    "report-2912345-x2x9z, report-2912345-x2x9z",
    "report-29123456, report-29123456",
    "x2x9z/app, x2x9z",
    // A number may belong to a name where no container stands behind it.
    "chat-api-2, chat-api-2",
    // What is no name of a pod: letters that Kubernetes does not use, too few of them, too many.
    "chat-api-main-x2x9z, chat-api-main-x2x9z",
    "chat-api-worker-pool, chat-api-worker-pool",
    "chat-dntcrpt-vlt, chat-dntcrpt-vlt",
    "chat-dntcrpt-vltbxs, chat-dntcrpt-vltbxs",
    "chat-fnl-vltbx, chat-fnl-vltbx",
    "7d9f8b6c5d-x2x9z, 7d9f8b6c5d-x2x9z",
    "-7d9f8b6c5d-x2x9z, -7d9f8b6c5d-x2x9z",
    "chat_api, chat_api",
    "Chat, Chat",
  })
  void thePodsOfAServiceAreOneService(String logged, String service) {
    Services services = new Services();
    int number = services.number(logged);
    assertThat(services.name(number)).isEqualTo(service);
    assertThat(services.number(service)).isEqualTo(number);
    assertThat(services.only()).isEqualTo(service);
  }

  @Test
  void anErrorThatNamesNoServiceIsOfNone() {
    Services services = new Services();
    for (String nothing : new String[] {null, "", "   ", "/app"}) {
      assertThat(services.number(nothing)).as(nothing).isEqualTo(Services.UNNAMED);
    }
    assertThat(services.name(Services.UNNAMED)).isNull();
    assertThat(services.only()).isNull();
    assertThat(services.areSeveral()).isFalse();
  }

  @Test
  void oneNameIsThatOfAllOnlyIfAllHaveIt() {
    Services services = new Services();
    services.number("shop");
    assertThat(services.only()).isEqualTo("shop");
    services.number(null);
    assertThat(services.only()).isNull();
    assertThat(services.areSeveral()).isFalse();
    services.number("mail");
    assertThat(services.areSeveral()).isTrue();
  }

  @Test
  void beyondTheMostThatAreKeptApartAllOthersAreOne() {
    Services services = new Services();
    int[] numbers = IntStream.range(0, 5000).map(i -> services.number("s" + i)).toArray();
    assertThat(numbers).startsWith(1, 2, 3);
    assertThat(numbers[Services.MOST - 1]).isEqualTo(Services.MOST);
    assertThat(IntStream.of(numbers).skip(Services.MOST).distinct())
        .containsExactly(Services.MOST + 1);
    assertThat(services.name(Services.MOST + 1)).isEqualTo("other services");
    assertThat(services.most()).isEqualTo(Services.MOST + 1);
    assertThat(services.number("s5")).as("known for long").isEqualTo(6);
  }

  @Test
  void aNameIsShownWithoutSecretsAndSigns() {
    Services services = new Services();
    String key = "sk-proj-Zq8vT3mLx0Wc7RbN2yHdT3BlbkFJ";
    assertThat(services.name(services.number("shop " + key))).doesNotContain(key.substring(8));
    assertThat(services.name(services.number("a\u001b[31mb"))).doesNotContain("\u001b");
  }
}
