package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and prompts as programs, shells and clients print them; "|" parts the telling words. */
class NoSecretInManyClothesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0000',
      value = {
        // A password may begin, end and go on with anything.
        "Incorrect API key provided: <lamp&post>#7</z>. You can find your API key at https://platform.openai.com/account/api-keys. ~ lamp|post|7",
        "Incorrect API key provided: {tiger}[lily]. You can find your API key at https://x.y. ~ tiger|lily",
        "Incorrect API key provided: (((moon)))rise. You can find your API key at https://x.y. ~ moon|rise",
        "Incorrect API key provided: #$%walrus;egg, man. You can find your API key at https://x.y. ~ walrus|egg",
        "Incorrect API key provided: >>>anchor<<<. You can find your API key at https://x.y. ~ anchor",
        "Incorrect API key provided: '<quill>'. You can find your API key at https://x.y. ~ quill",
        "Incorrect API key provided: -----pine-----. You can find your API key at https://x.y. ~ pine",
        "Incorrect API key provided: <basil>. ~ basil",
        "Incorrect API key provided: you're fired! 12. You can find your API key at https://x.y. ~ fired",
        // And with what follows the key elsewhere.
        "Incorrect API key provided: Ha! You can find the treasure! 9. You can find your API key at https://platform.openai.com/account/api-keys. ~ Ha!|treasure",
        "Incorrect API key provided: mango. You can find pears. You can find your API key at https://x.y. ~ mango|pears",
        "{\"error\":{\"message\":\"Incorrect API key provided: plum. You can find me 2! You can find your API key at https://x.y.\",\"code\":\"invalid_api_key\"}} ~ plum|me 2",
        "Incorrect API key provided: kiwi. Please find me. You can find your API key at https://x.y. ~ kiwi|find me",
        // Command lines.
        "curl -u walter:heisenberg https://api.openai.com/v1 failed ~ heisenberg",
        "curl -uwalter:heisenberg https://api.openai.com/v1 failed ~ heisenberg",
        "curl --user walter:heisenberg https://api.openai.com/v1 failed ~ heisenberg",
        "curl --user 'walter:heisenberg rises' https://api.openai.com/v1 failed ~ heisenberg|rises",
        "curl --proxy-user walter:heisenberg https://api.openai.com/v1 failed ~ heisenberg",
        "wget --password heisenberg --user walter https://api.openai.com ~ heisenberg",
        "java -jar app.jar --api-key heisenberg --model gpt-4o ~ heisenberg",
        "mysql --password=heisenberg db ~ heisenberg",
        "app -password heisenberg -model gpt-4o ~ heisenberg",
        "openai --key heisenberg chat ~ heisenberg",
        "psql.exe /password:heisenberg ~ heisenberg",
        // Files of passwords.
        "db.acme.example:5432:orders:svc_orders:heisenberg ~ heisenberg",
        "localhost:5432:*:postgres:heis:en\\:berg ~ heis:en|berg",
        "*:*:*:postgres:heisenberg ~ heisenberg",
        "10.0.0.7:6432:orders:app:heisenberg ~ heisenberg",
        "machine api.acme.example login walter password heisenberg ~ heisenberg",
        // On the next line.
        "password:\\n  heisenberg\\nmodel: gpt-4o ~ heisenberg",
        "api_key:\\nheisenberg\\n ~ heisenberg",
        "\"client_secret\":\\n    \"heisenberg\",\\n ~ heisenberg",
        "Password: \\r\\n heisenberg ~ heisenberg",
        // Bots and devices.
        "https://api.telegram.org/bot5551234567:AAnotsorandomtoken_butlongenough/sendMessage ~ AAnot|butlong|5551234",
        "POST /bot5551234567:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe ~ AAHdq|PALD|5551234",
        "bot 5551234567:AAHdqTcvCH1vGWJxf-eofSAs_K5PALDsaw is blocked ~ AAHdq|PALD|5551234",
        "https://acme.openai.azure.com/openai/deployments/5551234567:AtSaGzBiKN-g0en2mOUCta7_S47lya2k96Y/chat ~ AtSaG|S47lya|5551234",
        "smtp login failed: app password abcd efgh ijkl mnop ~ abcd|efgh|ijkl|mnop",
        "GMAIL_APP_PASSWORD=abcd efgh ijkl mnop ~ abcd|efgh|ijkl|mnop",
        "application password: wxyz abcd efgh ijkl for walter ~ wxyz|abcd|efgh|ijkl",
        "app-password xkcd-abcd-efgh-ijkl ~ xkcd|abcd|efgh",
        // The same kinds, seen later.
        "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: <!--juniper-->. You can find your API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error'}} ~ juniper",
        "Incorrect API key provided: `rm -rf` cedar. You can find your API key at https://x.y. ~ cedar|rm -rf",
        "Incorrect API key provided: \"maple\" \"elm\". You can find your API key at https://x.y. ~ maple|elm",
        "Incorrect API key provided: oak, ash; and thorn: 3. Please check. You can find your API key at https://x.y. ~ oak|thorn|check",
        "Incorrect API key provided: You can find your API key at home 7. You can find your API key at https://x.y. ~ at home",
        "Incorrect API key provided: ${OPENAI_KEY:-willow}. You can find your API key at https://x.y. ~ willow",
        "Incorrect API key provided: @birch. You can find your API key at https://x.y. ~ birch",
        "Incorrect API key provided: . hazel .. You can find your API key at https://x.y. ~ hazel",
        "exec: [curl, -u, walter:heisenberg, https://x.y] ~ heisenberg",
        "exec: [\"curl\", \"--user\", \"walter:heisenberg\"] ~ heisenberg",
        "ProcessBuilder [mysqldump, --password, heisenberg, orders] ~ heisenberg",
        "http -a walter:heisenberg GET x.y ~ heisenberg",
        "sshpass -p heisenberg ssh x.y ~ heisenberg",
        "ldapsearch -w heisenberg -D cn=app ~ heisenberg",
        "redis-cli -a heisenberg ping ~ heisenberg",
        "mysql -uroot -pheisenberg orders ~ heisenberg",
        "docker login --username walter --password-stdin=heisenberg ~ heisenberg",
        "read line 3 of .pgpass: pg-1.acme.example:5433:chat:chat_rw:he!s=en/berg ~ he!s|berg",
        "secret:\\n\\n    heisenberg\\n ~ heisenberg",
        "apiKey =\\n    heisenberg ~ heisenberg",
        "https://api.telegram.org/file/bot5551234567:AAF-lower_case_only_token_here_ok/photos/1.jpg ~ lower_case|5551234",
        "TELEGRAM: GET getUpdates bot5551234567:AAHdqTcvCH1vGWJx 409 ~ AAHdq|5551234",
        "spring.mail.password: abcd efgh ijkl mnop ~ efgh|mnop",
        "smtp.pass='abcd efgh ijkl mnop' ~ abcd|mnop",
      })
  void isShown(String text, String telling) {
    String shown =
        String.valueOf(Redactor.clean(text.replace("\\n", "\n").replace("\\r", "\r"), 500));

    assertThat(shown).doesNotContain(telling.split("\\|", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET https://api.acme.example/ask?q=why%20has%20my%20sister%20Ilse%20left failed: 429",
        "GET /search?question=my+sister+Ilse+has+left 500",
        "https://api.acme.example/chat?text=sister%2C%20Ilse%21&lang=de",
        "UserMessage{content='my sister Ilse has left', name=null}",
        "UserMessage[content=my sister Ilse has left, name=null]",
        "Prompt[messages=[UserMessage{content='my sister Ilse has left', properties={}}], modelOptions=x]",
        "Prompt{messages=[my sister Ilse, has left], options=null}",
        "UserMessage { name = null contents = [TextContent { text = \"my sister Ilse has left\" }] }",
        "ChatMessage(role=user, content=my sister Ilse has left, name=null)",
        "messages=[{role=user, content=my sister Ilse has left}]",
        "[{role=system, content=be kind, sister}, {role=user, content=Ilse has left}]",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"my sister Ilse\"}}]}",
        "data: {\"choices\":[{\"delta\":{\"content\":\"sis\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"ter Ilse\"}}]}",
        "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"sister Ilse\"}",
        "- body: {\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"my sister Ilse\"}]}",
        "--> POST https://api.openai.com/v1/chat/completions\n{\"model\":\"gpt-4o\",\"input\":\"my sister Ilse\"}\n--> END POST",
        "{\"type\":\"input_text\",\"text\":\"my sister Ilse has left\"}",
        "instructions: help my sister Ilse",
        "instructions=\"help my sister Ilse\" failed",
        "tool output: my sister Ilse has left",
        "tool_output={\"answer\":\"sister Ilse\"}",
        "tool result was: my sister Ilse has left",
        "the prompt was: my sister Ilse has left",
        "Prompt was 'my sister Ilse has left'",
        "prompt was: \"my sister Ilse has left\"",
        "The engine is overloaded. Prompt:\nmy sister Ilse\nhas left",
        "The engine is overloaded. User message:\n  my sister Ilse\n  has left",
        "The engine is overloaded. User said: my sister Ilse has left",
        "The engine is overloaded. system: be kind. user: my sister Ilse has left",
        "The engine is overloaded. Conversation so far:\nuser: my sister Ilse\nassistant: and she",
        "TextContent[text=my sister Ilse has left]",
        "ToolExecutionResultMessage{id='call_1', toolName='find', text='sister Ilse'}",
        "ChatCompletionMessage[rawContent=my sister Ilse has left, role=USER]",
        "AssistantMessage [messageType=ASSISTANT, toolCalls=[], textContent=my sister Ilse, metadata={}]",
        "Invalid JSON schema for prompt \"my sister Ilse has left\"",
        "ResponseInputItem{content=[ResponseInputText{text=my sister Ilse}]}",
        "arguments: {\"who\":\"sister Ilse\"}",
        // The same kinds, seen later.
        "GET /v1/ask/my%20sister%20Ilse?lang=de 429",
        "https://x.y/chat#text=my%20sister%20Ilse",
        "https://x.y/chat?ctx=meine%2520Schwester%2520Ilse",
        "UserMessage(content=List(Text(my sister Ilse)))",
        "ChatRequest[model=gpt-4o, messages=[SystemMessage[text=be kind], UserMessage[text=my sister Ilse]], n=1]",
        "SystemMessage{text='my sister Ilse'}",
        "EasyInputMessage{role=user, content=my sister Ilse, type=message}",
        "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"my sister Ilse\"},\"finish_reason\":null}]}",
        "{\"type\":\"response.function_call_arguments.delta\",\"delta\":\"{\\\"who\\\": \\\"Ilse\"}",
        "HTTP request: - method: POST - url: https://api.openai.com/v1/chat/completions - body: { \"model\" : \"gpt-4o\", \"messages\" : [ { \"role\" : \"user\", \"content\" : \"my sister Ilse\" } ] }",
        "Request body: {model=gpt-4o, messages=[{role=user, content=[{type=text, text=my sister Ilse}]}]}",
        "Instructions: You are the sister of Ilse",
        "system_instruction=\"my sister Ilse\"",
        "tool outputs: [my sister Ilse]",
        "Tool returned: my sister Ilse has left",
        "input was: my sister Ilse has left",
        "question was \"has my sister Ilse left\"",
        "Overloaded. Full prompt follows:\n\nmy sister\nIlse",
        "Overloaded. The user asked: has my sister Ilse left?",
        "Overloaded. Last user message: has my sister Ilse left?",
        "Human: my sister Ilse has left\n\nAssistant: ",
        "Invalid 'input[2].content[0].text': my sister Ilse has left",
        "embedding input [my sister Ilse has left] failed",
        "Moderation flagged text 'my sister Ilse has left'",
        "chunk text: my sister Ilse has left",
        "function_call arguments=\"{\\\"who\\\":\\\"sister Ilse\\\"}\"",
      })
  void isAsked(String text) {
    String shown = String.valueOf(Redactor.sample(text, 500));

    assertThat(shown).doesNotContain("Ilse").doesNotContain("sister");
  }
}
