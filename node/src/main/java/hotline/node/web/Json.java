package hotline.node.web;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON of the line's API. Writing is plain; reading is strict: unknown or repeated members, a
 * missing member that may not be null, a number as text, deep nesting and unpaired surrogates are
 * refused with one sentence.
 */
final class Json {
  private static final int DEPTH_MAX = 12;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(24)
                          .maxNameLength(64)
                          .maxStringLength(1 << 19)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Json() {}

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** One line of JSON text. */
  static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads {@code bytes} as a {@code type}; ends the request with one sentence if it is not. */
  static <T extends Record> T read(byte[] bytes, Class<T> type) {
    try {
      T value = MAPPER.readValue(bytes, type);
      if (value == null) {
        throw malformed("The body is null; send an object.");
      }
      check(value, "");
      return value;
    } catch (JacksonException wrong) {
      String where =
          wrong.getLocation() == null || wrong.getLocation().getLineNr() < 0
              ? ""
              : " (line "
                  + wrong.getLocation().getLineNr()
                  + ", column "
                  + wrong.getLocation().getColumnNr()
                  + ")";
      throw malformed("The body is not what is expected here" + where + "; see openapi.json.");
    }
  }

  /** Every component that is not marked nullable is there, at every depth; every text is text. */
  private static void check(Record value, String path) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      check(component(value, component), component.getAnnotatedType(), path + component.getName());
    }
  }

  private static @Nullable Object component(Record value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException never) {
      throw new IllegalStateException("a record's own component", never);
    }
  }

  private static void check(@Nullable Object value, AnnotatedType type, String path) {
    switch (value) {
      case null -> {
        if (!type.isAnnotationPresent(Nullable.class)) {
          throw malformed("Member " + path + " is missing.");
        }
      }
      case String text -> {
        if (!wellFormed(text)) {
          throw malformed("Member " + path + " has half a character or a control character.");
        }
      }
      case Record inner -> check(inner, path + ".");
      case List<?> list -> {
        AnnotatedType element =
            ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
        for (Object one : list) {
          check(one, element, path + "[]");
        }
      }
      default -> {}
    }
  }

  private static boolean wellFormed(String text) {
    return text.codePoints()
        .allMatch(c ->
            (c >= 0x20 || c == '\n' || c == '\r' || c == '\t')
                && c != 0x7f
                && (c < 0xd800 || c > 0xdfff));
  }

  private static Problem.Refused malformed(String sentence) {
    return Problem.of(400, "json-malformed", sentence).refusal();
  }
}
