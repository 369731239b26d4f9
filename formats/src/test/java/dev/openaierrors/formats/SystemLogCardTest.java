package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who logged a message stands above it, whatever that is called. */
class SystemLogCardTest {

  @ParameterizedTest
  @CsvSource({
    "'Logger: ', 'Source: ', 'Integration: '",
    "'Enregistreur: ', 'Source: ', 'intégration: '",
    "'Enregistreur : ', 'Source : ', 'Intégration : '",
    "'Protokollierer: ', 'Quelle: ', 'Integration: '",
    "'Registrador: ', 'Fuente: ', 'Integración: '",
    "'Registratore: ', 'Fonte: ', 'Integrazione: '",
    "'Rejestrator: ', 'Źródło: ', 'Integracja: '",
    "'Регистратор: ', 'Источник: ', 'Интеграция: '",
    "'记录器: ', '来源: ', '集成: '",
    "'記錄器：', '來源：', '整合：'",
    "'ロガー: ', 'ソース: ', '統合: '",
    "'Запис: ', 'Джерело: ', 'Інтеграція: '",
  })
  void inAnyLanguage(String logger, String source, String integration) {
    String card =
        logger
            + "custom_components.shop.chat\n"
            + source
            + "custom_components/shop/chat.py:204\n"
            + integration
            + "Shop (more)\n"
            + "...: 14:46:59 (2)\n\n"
            + Exported.KEY
            + "\n";

    assertThat(ReadLog.of(card).events())
        .filteredOn(event -> event.message().contains(Exported.KEY))
        .extracting(ParsedEvent::logger)
        .containsExactly("custom_components.shop.chat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asked: shop.chat\nand then\n",
        "see: shop.chat\nat: helpers/chat.js:20\n",
        "see: two words\nSource: helpers/chat.py:20\n",
        "shop.chat\nhelpers/chat.py:20\n",
        "see: shop.chat\nSource: helpers/chat.py:\n",
      })
  void notFromOtherLines(String above) {
    assertThat(ReadLog.of(above + "\n" + Exported.KEY + "\n").events())
        .extracting(ParsedEvent::logger)
        .containsOnlyNulls();
  }
}
