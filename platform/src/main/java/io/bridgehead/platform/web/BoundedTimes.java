package io.bridgehead.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/// Reads no day and no time of JSON that is outside of [Years].
final class BoundedTimes extends SimpleModule {

    private static final long serialVersionUID = 1;

    BoundedTimes() {
        super("bounded-times");
        setDeserializerModifier(new Bounds());
    }

    private static final class Bounds extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config,
                BeanDescription.Supplier described,
                ValueDeserializer<?> reader) {
            Class<?> type = described.getBeanClass();
            if (type == LocalDate.class) {
                return new Bounded<>(reader, LocalDate.class, Years::contain);
            }
            if (type == Instant.class) {
                return new Bounded<>(reader, Instant.class, Years::contain);
            }
            if (type == OffsetDateTime.class) {
                return new Bounded<>(reader, OffsetDateTime.class, Years::contain);
            }
            return reader;
        }
    }

    private static final class Bounded<T> extends DelegatingDeserializer {

        private final Class<T> type;
        private final Predicate<T> bound;

        Bounded(ValueDeserializer<?> reader, Class<T> type, Predicate<T> bound) {
            super(reader);
            this.type = type;
            this.bound = bound;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new Bounded<>(reader, type, bound);
        }

        @Override
        public @Nullable Object deserialize(JsonParser json, DeserializationContext context) {
            Object read;
            try {
                read = super.deserialize(json, context);
            } catch (DateTimeException | ArithmeticException e) {
                // A number of seconds that no instant has.
                throw outside(json);
            }
            if (read != null && !bound.test(type.cast(read))) {
                throw outside(json);
            }
            return read;
        }

        private InvalidFormatException outside(JsonParser json) {
            return InvalidFormatException.from(json, "outside of the years", null, type);
        }
    }
}
