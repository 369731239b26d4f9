package com.acme

import com.aallam.openai.api.chat.ChatCompletionRequest
import com.aallam.openai.api.chat.ChatMessage
import com.aallam.openai.api.chat.ChatRole
import com.aallam.openai.api.model.ModelId
import com.aallam.openai.client.OpenAI
import com.aallam.openai.client.OpenAIHost
import com.aallam.openai.client.RetryStrategy
import kotlinx.coroutines.runBlocking
import org.slf4j.LoggerFactory
import kotlin.system.exitProcess

object Main {
    private val log = LoggerFactory.getLogger(Main::class.java)

    @JvmStatic
    fun main(args: Array<String>) {
        val client = OpenAI(
            token = "not-a-key",
            host = OpenAIHost(baseUrl = args[0] + "/v1/"),
            retry = RetryStrategy(maxRetries = 0),
        )
        try {
            runBlocking {
                client.chatCompletion(
                    ChatCompletionRequest(
                        model = ModelId("gpt-5.4-mini"),
                        messages = listOf(ChatMessage(role = ChatRole.User, content = "Hello")),
                    )
                )
            }
        } catch (e: Exception) {
            log.error("chat completion failed", e)
        }
        exitProcess(0)
    }
}
