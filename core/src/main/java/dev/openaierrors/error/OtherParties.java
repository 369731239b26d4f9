package dev.openaierrors.error;

/** Who else a service talks to, so that what failed may be theirs. */
final class OtherParties {

  private static final WordTable NAMES =
      new WordTable(
          "postgres postgresql mysql mariadb sqlite sql mongo mongodb redis kafka rabbitmq"
              + " elasticsearch opensearch pinecone qdrant weaviate milvus chroma chromadb supabase"
              + " firebase firestore dynamodb s3 slack telegram discord twilio whatsapp notion jira"
              + " confluence github gitlab google gmail smtp stripe datadog sentry prometheus grafana"
              + " database db disk queue webhook vault bucket kubernetes helm docker npm pip"
              + " elevenlabs gemini anthropic claude cohere mistral bedrock neo4j cassandra minio"
              + " zendesk hubspot salesforce shopify paypal mailgun sendgrid twitter reddit wechat"
              + " feishu dingtalk");

  // In the names of classes and packages, by which their clients are told.
  private static final String[] CLIENTS =
      WordList.array(
          "sql jdbc hikari sentry redis jedis lettuce mongo kafka rabbit elastic pinecone qdrant weaviate"
              + " milvus smtp javax.mail jakarta.mail clientabort asyncrequestnotusable cassandra"
              + " amqp dynamo telegram slack discord twilio hibernate opensearch com.sun.mail");

  private static final String[] PACKAGES =
      WordList.array(
          "java.sql. javax.sql. com.zaxxer.hikari. org.postgresql. com.mysql. org.mariadb."
              + " org.hibernate. redis.clients. io.lettuce. org.redisson. com.mongodb."
              + " org.apache.kafka. com.rabbitmq. org.elasticsearch. org.opensearch. io.qdrant."
              + " io.pinecone. io.milvus. javax.mail. jakarta.mail. com.sun.mail.");

  private OtherParties() {}

  /** Whether a stack frame of this class is of one of their clients. */
  static boolean isClient(String frameClass) {
    for (String start : PACKAGES) {
      if (frameClass.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word between these is the name of one. */
  static boolean areNamed(Text text, int from, int to) {
    return NAMES.holds(text, from, to);
  }

  /** Whether the name of one of their clients stands between these. */
  static boolean clientStandsIn(Text text, int from, int to) {
    for (String client : CLIENTS) {
      char first = client.charAt(0);
      for (int at = from; at < to; at++) {
        if (Chars.lower(text.at(at)) == first && text.startsWith(at, to, client)) {
          return true;
        }
      }
    }
    return false;
  }
}
