package io.bridgehead.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.stack.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The contract between who writes an event and who hears it: one sample of its data, kept in
/// `docs/events/<type>.json`, and beside it the JSON Schema of the producer's record.
///
/// The producer's test holds that it writes exactly the sample, byte for byte once indented, so that
/// a field that is renamed, moved or left out is seen. Each consumer's test holds that it reads the
/// same sample. Neither knows the other.
///
/// `-Dbridgehead.samples=write` writes sample and schema instead of comparing them.
public final class EventSamples {

    /// An event of a sample is told of these two cities' business.
    private static final Set<String> CITIES = Set.of("qz", "sr");

    private static final int AS_DECLARED = 0;

    private static final Instant TIME = Instant.parse("2025-09-24T01:30:00Z");

    private static final ObjectWriter INDENTED =
            Documents.EVENT_JSON
                    .writer()
                    .with(
                            new DefaultPrettyPrinter(
                                            Separators.createDefaultInstance()
                                                    .withObjectNameValueSpacing(Spacing.AFTER))
                                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Path folder;
    private final boolean writing;

    /// @param writing the samples, instead of comparing with them
    EventSamples(Path folder, boolean writing) {
        this.folder = folder;
        this.writing = writing;
    }

    private static EventSamples ofThisProject() {
        return new EventSamples(
                Workspace.find().root().resolve("docs/events"),
                "write".equals(System.getProperty("bridgehead.samples")));
    }

    /// What the producer writes is exactly the sample, and the schema is that of its record.
    ///
    /// @param event made of fixed inputs, its data a record without sets, whose order differs from
    ///     run to run
    public static void assertWritten(OutgoingEvent event) {
        ofThisProject().requireWritten(event);
    }

    /// Hands the sample to the subscription's own handler.
    public static void deliver(
            Subscription subscription, String type, String subject, long sequence) {
        ofThisProject().handOver(subscription, type, subject, sequence);
    }

    /// Every type that the subscription handles has a sample, and each is read into the consumer's
    /// record with nothing missing that the record does not call `@Nullable`.
    public static void assertReadable(Subscription subscription) {
        ofThisProject().requireReadable(subscription);
    }

    void requireWritten(OutgoingEvent event) {
        require(event.type() + ".json", indented(event.data()));
        require(event.type() + ".schema.json", indented(schema(event)));
    }

    void handOver(Subscription subscription, String type, String subject, long sequence) {
        assertThat(subscription.types())
                .as("types that %s handles", subscription.name())
                .contains(type);
        subscription.handle(
                new Event<>(
                        CommandId.derivedFrom("sample", type, subject, Long.toString(sequence))
                                .value(),
                        type,
                        subject,
                        sequence,
                        TIME,
                        CITIES,
                        null,
                        sample(type)));
    }

    void requireReadable(Subscription subscription) {
        for (String type : new TreeSet<>(subscription.types())) {
            Object data = subscription.read(type, sample(type));
            List<String> missing = new ArrayList<>();
            findMissing("", data, missing);
            assertThat(missing)
                    .as("what %s needs and the sample of %s lacks", subscription.name(), type)
                    .isEmpty();
        }
    }

    private void require(String name, String content) {
        Path file = folder.resolve(name);
        try {
            if (writing) {
                Files.createDirectories(folder);
                Files.writeString(file, content);
                return;
            }
            assertThat(file)
                    .as("written by -Dbridgehead.samples=write and committed")
                    .isRegularFile();
            assertThat(content)
                    .as("what is written, against %s; if meant, -Dbridgehead.samples=write", name)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] sample(String type) {
        Path file = folder.resolve(type + ".json");
        assertThat(file).as("the sample that %s's producer keeps", type).isRegularFile();
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String indented(Object data) {
        byte[] json = Documents.EVENT_JSON.writeValueAsBytes(data);
        return INDENTED.writeValueAsString(Documents.EVENT_JSON.readTree(json)) + "\n";
    }

    private static void findMissing(String at, @Nullable Object value, List<String> missing) {
        switch (value) {
            case null -> missing.add(at);
            case Record read -> {
                for (RecordComponent component : read.getClass().getRecordComponents()) {
                    Object field = field(read, component);
                    if (field != null || !isNullable(component.getAnnotatedType())) {
                        findMissing(at + "/" + component.getName(), field, missing);
                    }
                }
            }
            case Collection<?> items ->
                    items.forEach(item -> findMissing(at + "/*", item, missing));
            case Map<?, ?> entries ->
                    entries.forEach((key, item) -> findMissing(at + "/" + key, item, missing));
            default -> {}
        }
    }

    private static @Nullable Object field(Record of, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /// Readers ignore fields that they do not know: the schema does not forbid them.
    private static ObjectNode schema(OutgoingEvent event) {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(
                                Option.ADDITIONAL_FIXED_TYPES,
                                Option.STANDARD_FORMATS,
                                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                                Option.INLINE_ALL_SCHEMAS);
        config.forFields()
                .withRequiredCheck(field -> !isNullable(field.getRawMember().getAnnotatedType()));
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> AS_DECLARED)
                .withCustomDefinitionProvider((type, _) -> names(type.getErasedType()));
        ObjectNode schema =
                new SchemaGenerator(config.build()).generateSchema(event.data().getClass());
        ObjectNode titled = Documents.EVENT_JSON.createObjectNode();
        titled.set("$schema", schema.get("$schema"));
        titled.put("title", event.type());
        titled.setAll(schema);
        return titled;
    }

    private static @Nullable CustomDefinition names(Class<?> type) {
        if (!type.isEnum()) {
            return null;
        }
        ObjectNode definition = Documents.EVENT_JSON.createObjectNode().put("type", "string");
        ArrayNode names = definition.putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            names.add(WireNames.of((Enum<?>) constant));
        }
        return new CustomDefinition(definition, true);
    }
}
