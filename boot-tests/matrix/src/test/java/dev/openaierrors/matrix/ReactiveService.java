package dev.openaierrors.matrix;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What nobody catches in a service of WebFlux. */
@RestController
public class ReactiveService {

  /** For Spring. */
  public ReactiveService() {}

  /** Fails; and what fails after its end is dropped. */
  @GetMapping("/fail")
  public Mono<String> fail() {
    Flux.<String>from(
            subscriber -> {
              subscriber.onSubscribe(reactor.core.publisher.Operators.emptySubscription());
              subscriber.onComplete();
              subscriber.onError(MatrixService.refused("dropped"));
            })
        .filter(text -> !text.isEmpty())
        .subscribe();
    return Mono.error(MatrixService.refused("reactive"));
  }
}
