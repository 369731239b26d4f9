package dev.openaierrors.formats;

/** In which order the numbers of a date stand; which one shows only where many dates are seen. */
enum DateOrder {
  YEAR_FIRST {
    @Override
    boolean set(Head h, int first, int second, int third) {
      h.year = first;
      h.month = second;
      h.day = third;
      return first < 100 && third < 100;
    }
  },
  DAY_FIRST {
    @Override
    boolean set(Head h, int first, int second, int third) {
      h.year = third;
      h.month = second;
      h.day = first;
      return first < 100;
    }
  },
  MONTH_FIRST {
    @Override
    boolean set(Head h, int first, int second, int third) {
      h.year = third;
      h.month = first;
      h.day = second;
      return first < 100;
    }
  };

  /** False if it cannot be that order. */
  abstract boolean set(Head h, int first, int second, int third);
}
