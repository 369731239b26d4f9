package dev.openaierrors.matrix;

import java.lang.reflect.Constructor;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.mock.MockConsumerFactory;
import org.springframework.util.backoff.FixedBackOff;

/** A listener of Kafka that fails at its one record. */
@Configuration(proxyBeanMethods = false)
public class KafkaService {

  private static final TopicPartition TOPIC = new TopicPartition("questions", 0);

  /** For Spring. */
  public KafkaService() {}

  /** With Spring Kafka's own handler of errors, which tells of them in the log. */
  @Bean
  public KafkaMessageListenerContainer<String, String> container() {
    ContainerProperties properties =
        new ContainerProperties(new org.springframework.kafka.support.TopicPartitionOffset("questions", 0));
    properties.setGroupId("chat");
    properties.setMessageListener(
        (MessageListener<String, String>)
            record -> {
              throw MatrixService.refused("kafka");
            });
    KafkaMessageListenerContainer<String, String> container =
        new KafkaMessageListenerContainer<>(new MockConsumerFactory<>(KafkaService::consumer), properties);
    container.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(0, 0)));
    return container;
  }

  @SuppressWarnings("unchecked")
  private static MockConsumer<String, String> consumer() {
    // Kafka 3 wants a constant where Kafka 4 wants its name.
    MockConsumer<String, String> consumer = null;
    for (Constructor<?> made : MockConsumer.class.getConstructors()) {
      Class<?> type = made.getParameterCount() == 1 ? made.getParameterTypes()[0] : Object.class;
      try {
        if (type == String.class) {
          consumer = (MockConsumer<String, String>) made.newInstance("earliest");
        } else if (type.isEnum()) {
          consumer = (MockConsumer<String, String>) made.newInstance(type.getEnumConstants()[1]);
        }
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    if (consumer == null) {
      throw new IllegalStateException("another MockConsumer");
    }
    MockConsumer<String, String> known = consumer;
    known.updateBeginningOffsets(Map.of(TOPIC, 0L));
    known.updateEndOffsets(Map.of(TOPIC, 1L));
    known.schedulePollTask(
        () -> known.addRecord(new ConsumerRecord<>("questions", 0, 0, "key", "What is up?")));
    return known;
  }
}
