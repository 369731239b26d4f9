package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** A form in which lines have times. The first that fits is meant. */
enum TimeShape implements TimeForm {
  ISO(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Times.dateTime(c, h);
    }
  },
  /** {@code 26/05/04}. */
  YEAR_FIRST(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.numbers(c, h, DateOrder.YEAR_FIRST);
    }
  },
  /** {@code 04.05.2026}. */
  DAY_FIRST(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.numbers(c, h, DateOrder.DAY_FIRST);
    }
  },
  /** {@code 05/04/2026}. */
  MONTH_FIRST(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.numbers(c, h, DateOrder.MONTH_FIRST);
    }
  },
  COMPACT(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.compact(c, h);
    }
  },
  /** {@code 260504 091502}. */
  COMPACT_SHORT(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.compactShort(c, h);
    }
  },
  /** {@code 05-04}, without a year. */
  MONTH_AND_DAY(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.monthAndDay(c, h);
    }
  },
  DAY_AND_MONTH_NAME(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.dayAndMonthName(c, h);
    }
  },
  MONTH_NAME_AND_DAY(true) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.monthNameAndDay(c, h);
    }
  },
  YEAR_LAST(true) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.yearLast(c, h);
    }
  },
  /** A number since 1970; so may others be, so only where a line begins. */
  EPOCH(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return Dates.epoch(c, h);
    }
  },
  TIME_ONLY(false) {
    @Override
    boolean read(Cursor c, Head h) {
      h.year = 0;
      h.month = 0;
      h.day = 0;
      return Dates.timeOfDay(c, h) && Times.zone(c, h);
    }
  },
  /** No time at all. */
  NONE(false) {
    @Override
    boolean read(Cursor c, Head h) {
      return false;
    }
  };

  private static final TimeShape[] ALL = values();

  private final boolean mayBeginWithLetters;

  TimeShape(boolean mayBeginWithLetters) {
    this.mayBeginWithLetters = mayBeginWithLetters;
  }

  /** Reads a time of this form from the place on; the place is behind it then. */
  abstract boolean read(Cursor c, Head h);

  /** Whether a date of three numbers, in this order, may be in another one. */
  boolean isOrder() {
    return this == YEAR_FIRST || this == DAY_FIRST || this == MONTH_FIRST;
  }

  /** The first form of which a time stands here; null if none does. */
  static @Nullable TimeShape here(Cursor c, Head h) {
    int begin = c.at();
    boolean digit = Cursor.isDigit(c.peek());
    for (TimeShape shape : ALL) {
      if (!digit && !shape.mayBeginWithLetters && c.peek() >= 0) {
        continue;
      }
      c.to(begin);
      if (shape.reads(c, h)) {
        return shape;
      }
    }
    c.to(begin);
    return null;
  }

  /** As {@link #read}, and nothing that a time could be a part of stands behind it. */
  @Override
  public boolean reads(Cursor c, Head h) {
    h.noTime();
    if (!read(c, h) || h.time() == null) {
      return false;
    }
    int next = c.peek();
    return c.isAtEnd() || (!Cursor.isDigit(next) && next != '.' && !isLetter(next));
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
  }
}
