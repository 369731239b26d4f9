package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether a key goes on to be refused. */
class RefusedKeysTest {

  private static final long MINUTE = 60_000;

  private final RefusedKeys keys = new RefusedKeys();

  @Test
  void isAMatterOfOneKeyAndNotOfSeveral() {
    keys.add("a1b2", 0);
    keys.add("c3d4", 20 * MINUTE);
    assertThat(keys.stay()).isFalse();

    keys.add("c3d4", 30 * MINUTE);
    assertThat(keys.stay()).isTrue();
  }

  /** Other failures went on for long; the key was tried twice by somebody who mistyped it. */
  @Test
  void twoRunsAreJoinedByWhenTheKeyWasRefusedLast() {
    RefusedKeys later = new RefusedKeys();
    keys.add("a1b2", 0);
    later.add("a1b2", 5 * MINUTE);
    later.add("c3d4", 30 * MINUTE);
    keys.append(later);
    assertThat(keys.stay()).isFalse();

    keys.add("a1b2", 10 * MINUTE);
    assertThat(keys.stay()).isTrue();
  }

  @Test
  void onceAKeyStayedThatIsNotForgotten() {
    RefusedKeys later = new RefusedKeys();
    later.add("a1b2", 0);
    later.add("a1b2", 10 * MINUTE);
    keys.append(later);

    assertThat(keys.stay()).isTrue();
  }

  /** An incident may come back a thousand times, each time with the keys of other users. */
  @Test
  void fewAreKeptHoweverOftenAnIncidentComesBack() {
    for (int i = 0; i < 1_000; i++) {
      RefusedKeys later = new RefusedKeys();
      later.add("k" + i, i);
      keys.append(later);
      keys.add("x" + i, i);
    }

    assertThat(keys.size()).isEqualTo(8);
  }
}
