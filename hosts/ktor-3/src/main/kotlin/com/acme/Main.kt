package com.acme

import io.ktor.server.cio.CIO
import io.ktor.server.engine.embeddedServer
import io.ktor.server.routing.get
import io.ktor.server.routing.routing
import kotlinx.coroutines.runBlocking
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import kotlin.system.exitProcess

/** Nobody catches what its route throws, so Ktor logs it. */
object Main {
    private val http = HttpClient.newHttpClient()

    @JvmStatic
    fun main(args: Array<String>) {
        val server = embeddedServer(CIO, port = 0, host = "127.0.0.1") {
            routing {
                get("/chat") {
                    error("chat completion failed: 429 " + ask(args[0] + "/v1/chat/completions"))
                }
            }
        }.start(wait = false)
        val port = runBlocking { server.engine.resolvedConnectors().first().port }
        ask("http://127.0.0.1:$port/chat")
        exitProcess(0)
    }

    private fun ask(url: String): String =
        http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()).body()
}
