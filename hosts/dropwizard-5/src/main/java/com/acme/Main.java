package com.acme;

import io.dropwizard.configuration.ResourceConfigurationSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Nobody catches what its resource throws, so Dropwizard logs it. */
public class Main extends Application<Configuration> {

  private static String api;
  private Environment environment;

  public static void main(String[] args) throws Exception {
    api = args[0];
    new Main().run("server", "service.yml");
  }

  @Override
  public void initialize(Bootstrap<Configuration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(new ResourceConfigurationSourceProvider());
  }

  @Override
  public void run(Configuration configuration, Environment environment) {
    environment.jersey().register(new Chat());
    environment.lifecycle().addServerLifecycleListener(Main::started);
  }

  private static void started(Server server) {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    ask("http://127.0.0.1:" + port + "/chat");
    Runtime.getRuntime().halt(0);
  }

  private static String ask(String url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Path("/chat")
  public static class Chat {

    @GET
    public String chat() {
      throw new IllegalStateException(
          "chat completion failed: 429 " + ask(api + "/v1/chat/completions"));
    }
  }
}
