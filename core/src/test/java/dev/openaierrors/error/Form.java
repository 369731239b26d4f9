package dev.openaierrors.error;

/** What clients and logs make of an answer. */
enum Form {
  PLAIN {
    @Override
    String of(Sample sample) {
      return "call failed: HTTP " + sample.status() + " " + sample.json();
    }
  },
  OPENAI_JAVA {
    @Override
    String of(Sample sample) {
      return "com.openai.errors.OpenAIServiceException: "
          + sample.status()
          + ": "
          + sample.message()
          + "\nstatus code: "
          + sample.status()
          + (sample.code() == null ? "" : "\ncode=" + sample.code())
          + (sample.type() == null ? "" : "\ntype=" + sample.type());
    }
  },
  LANGCHAIN4J {
    @Override
    String of(Sample sample) {
      return "dev.langchain4j.exception.HttpException: "
          + pretty(sample)
          + "\n\tat dev.langchain4j.model.openai.OpenAiChatModel.doChat(OpenAiChatModel.java:149)";
    }
  },
  SPRING_AI {
    @Override
    String of(Sample sample) {
      return "org.springframework.ai.retry.NonTransientAiException: HTTP %d - %s"
          .formatted(sample.status(), pretty(sample));
    }
  },
  SPRING_AI_RETRY_LOG {
    @Override
    String of(Sample sample) {
      return "Retry error. Retry count: 1, Exception: HTTP %d - %s"
          .formatted(sample.status(), pretty(sample).replace('\n', '_'));
    }
  },
  REST_TEMPLATE {
    @Override
    String of(Sample sample) {
      return "org.springframework.web.client.HttpClientErrorException: %d Refused: \"%s\""
          .formatted(sample.status(), pretty(sample).replace("\n", "<EOL>"));
    }
  },
  AZURE {
    @Override
    String of(Sample sample) {
      return "com.azure.core.exception.HttpResponseException: Status code %d, \"%s\""
          .formatted(sample.status(), sample.json());
    }
  },
  PYTHON {
    @Override
    String of(Sample sample) {
      return "openai.APIStatusError: Error code: %d - %s"
          .formatted(
              sample.status(),
              sample
                  .json()
                  .replace("didn't", "did not")
                  .replaceAll("'([a-z_]+)'", "`$1`")
                  .replace('"', '\'')
                  .replace("model's", "model\\'s")
                  .replace("did not", "didn\\'t")
                  .replace(":null", ": None"));
    }
  },
  ESCAPED {
    @Override
    String of(Sample sample) {
      return "{\"log\":\"call failed: HTTP %d %s\"}"
          .formatted(sample.status(), escape(sample.json()));
    }
  },
  ESCAPED_TWICE {
    @Override
    String of(Sample sample) {
      return "{\"log\":\"{\\\"log\\\":\\\"call failed: HTTP %d %s\\\"}\"}"
          .formatted(sample.status(), escape(escape(sample.json())));
    }
  },
  RESPONSE_FAILED {
    @Override
    String of(Sample sample) {
      return "stream ended: {\"type\":\"response.failed\",\"response\":{\"id\":\"resp_1\",\"error\":"
          + sample.inner()
          + "}} from api.openai.com";
    }
  },
  REALTIME {
    @Override
    String of(Sample sample) {
      return "event from api.openai.com: {\"type\":\"error\",\"event_id\":\"event_1\",\"error\":"
          + sample.inner()
          + "}";
    }
  },
  BATCH_LINE {
    @Override
    String of(Sample sample) {
      return "batch of api.openai.com: {\"id\":\"batch_req_1\",\"custom_id\":\"r-1\",\"response\":"
          + "{\"status_code\":%d,\"body\":%s},\"error\":null}"
              .formatted(sample.status(), sample.json());
    }
  },
  COLOURED {
    @Override
    String of(Sample sample) {
      return "\u001b[31mERROR\u001b[0m OpenAI call failed: HTTP %d \u001b[33m%s\u001b[0m"
          .formatted(sample.status(), sample.json());
    }
  },
  WINDOWS_LINES {
    @Override
    String of(Sample sample) {
      return "call failed: HTTP %d %s"
          .formatted(sample.status(), pretty(sample).replace("\n", "\r\n"));
    }
  };

  abstract String of(Sample sample);

  static String pretty(Sample sample) {
    return sample
        .json()
        .replace("{\"error\":{", "{\n  \"error\": {\n    ")
        .replace(",\"type\":", ",\n    \"type\": ")
        .replace(",\"param\":", ",\n    \"param\": ")
        .replace(",\"code\":", ",\n    \"code\": ")
        .replace("}}", "\n  }\n}");
  }

  private static String escape(String json) {
    return json.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
