package dev.openaierrors.error;

/** What logs are full of that no OpenAI error is in. */
final class OrdinaryWords {

  /** In lower case, one blank between them. */
  static final String TEXT =
      """
       request requests response responses server service unavailable error calling message \
      messages exception runtimeexception current currently exceeded limit limits limit reached \
      token tokens access denied account invalid missing parameter value provided please not \
      found is not does not could not has been must be the for the of the supported unsupported \
      not supported connection timeout timed out internal server error permission organization \
      authorization authentication header subscription insufficient maximum length content number \
      failed while processing your you with because already expired closed process deployment \
      context completion version configuration parse rate limit deactivated upstream gateway not \
      authorized too large violation of unrecognized com.openai invalid_type _error _not_found \
      _exceeded _request errors type code failure to in and from into than that this java.lang \
      java.base/java.util org.springframework.boot.web com.acme org.apache.hadoop processed model \
      api http https status resource tion ation ing ment ions ated image file files format input \
      output max min level unknown per minute usage chat blocked blocking main call called calls \
      thread threads time times sending receive received receiver address open opened add added \
      adding slow interface store stored empty size try using user order orders item class method \
      invoke run running start started stop stopped task job stage executor memory bytes free \
      local host port path root session cache data source target read reading write writing close \
      closing event events handler controller client customer placed rows skipped pool stats \
      total active idle waiting select where newly assigned partitions consumer group completed \
      complete upload download name names list entry block blk_ replica node state system \
      shutdown terminated terminating interrupt attempt attempting create created creating delete \
      deleted deleting update updated remove removed removing remote register registered success \
      successful exist exists return returned key keys after before during when was were will \
      would cannot can't unable required expected instance component container manager management \
      provider config property properties default information successfully succeeded successful \
      completed deprecated conversation conversations status code: error code: reduce your please \
      try again later retry retrying retries country region territory associated with updated \
      update instead deprecation support configured activated disabled enabled allowed required \
      reason reasons detail details description resource resources message. messages. exceeds \
      exceeding increase reduced validation validate validated session expires expiration loading \
      loaded workspace project projects application applications environment directory upgrade \
      upgraded schedule scheduled operation operations retrieve retrieved multiple single during \
      between greater less equal maximum allowed provided format formats string integer document \
      documents record records index indexes column columns batch batches stream streams \
      streaming network network error retryable client-side server-side certificate credentials \
      credential password username end of stream an unexpected error occurred \
      cancellation cancelled prompt_tokens completion_tokens \
      response_format content_filter_results ratelimit \
      """;

  private OrdinaryWords() {}
}
