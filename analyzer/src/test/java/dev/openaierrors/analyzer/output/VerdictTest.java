package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report says first, in words. */
class VerdictTest {

  @Test
  void whatNobodyCanCureByWaitingComesFirst() throws IOException {
    assertThat(verdict(Reports.morning()))
        .extracting(Verdict.Story::weight)
        .containsExactly(Verdict.Weight.ACT, Verdict.Weight.SLOW_DOWN);
  }

  @Test
  void whatWasOverBeforeTheEndHasABeginAndAnEnd() throws IOException {
    assertThat(verdict(Reports.morning()).get(0).what())
        .startsWith("OpenAI quota exhausted from 10:03 to 10:40: 152 failed requests");
  }

  @Test
  void whatFailsUntilTheLogEndsGoesOn() throws IOException {
    Reports reports = new Reports();
    for (int i = 0; i < 60; i++) {
      reports.add(
          Events.of(ErrorKind.INSUFFICIENT_QUOTA)
              .thread("worker-" + i)
              .after(Duration.ofSeconds(30L * i)));
    }
    ErrorReport report = reports.endingAfter(Duration.ofMinutes(32)).build();
    assertThat(verdict(report).get(0).what())
        .isEqualTo(
            "OpenAI quota exhausted since 10:00, and it goes on (last failure 3 min before the end"
                + " of the log): 60 failed requests.");
  }

  @Test
  void retriesInVainAreCountedWithTheTimeThatTheyWaited() throws IOException {
    Reports reports = new Reports();
    for (int i = 0; i < 20; i++) {
      reports.add(
          Events.of(ErrorKind.INSUFFICIENT_QUOTA)
              .thread("worker-1")
              .after(Duration.ofSeconds(10L * i)));
    }
    ErrorReport report = reports.endingAfter(Duration.ofMinutes(4)).build();
    assertThat(verdict(report).get(0).what())
        .endsWith("20 failed requests, 19 of them retries in vain, after 3 min of waiting in all.");
  }

  @Test
  void aFewOfAKindThatNoRuleIsAboutAreToldByTheirKind() throws IOException {
    Reports reports = new Reports();
    reports.add(Events.of(ErrorKind.SERVER_ERROR).after(Duration.ZERO));
    reports.add(Events.of(ErrorKind.SERVER_ERROR).after(Duration.ofMinutes(50)));
    ErrorReport report = reports.endingAfter(Duration.ofMinutes(60)).build();
    Verdict.Story story = verdict(report).get(0);
    assertThat(story.what()).isEqualTo("server_error from 10:00 to 10:50: 2 failed requests.");
    assertThat(story.weight()).isEqualTo(Verdict.Weight.WATCH);
  }

  @Test
  void moreThanThreeKindsAreAList() throws IOException {
    assertThat(verdict(Reports.everyKind())).hasSize(Verdict.MOST);
    assertThat(verdict(Reports.empty())).isEmpty();
  }

  private static List<Verdict.Story> verdict(ErrorReport report) {
    return Verdict.of(report, new Figures(report));
  }
}
