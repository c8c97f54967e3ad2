package io.bridgehead.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSamplesTest {

    private static final String TYPE = "parcel.sent.v1";

    enum Size {
        @JsonProperty("verySmall")
        VERY_SMALL,
        @JsonProperty("large")
        LARGE
    }

    record Address(String city, @Nullable String street) {}

    record ParcelSent(
            String parcelNumber,
            Size size,
            List<Address> stops,
            @Nullable Integer grams,
            Instant sentAt) {}

    private final ParcelSent sent =
            new ParcelSent(
                    "p-1",
                    Size.VERY_SMALL,
                    List.of(new Address("衢州", null)),
                    null,
                    Instant.parse("2025-09-24T01:30:00Z"));

    @TempDir private Path folder;
    private EventSamples samples = new EventSamples(Path.of(""), false);

    @BeforeEach
    void write() {
        new EventSamples(folder, true).requireWritten(outgoing(sent));
        samples = new EventSamples(folder, false);
    }

    private static OutgoingEvent outgoing(Object data) {
        return new OutgoingEvent(TYPE, Set.of("qz"), data);
    }

    @Test
    void theSampleIsTheIndentedDataWithoutWhatIsAbsent() throws Exception {
        assertThat(Files.readString(folder.resolve("parcel.sent.v1.json")))
                .isEqualTo(
                        """
                        {
                          "parcelNumber": "p-1",
                          "size": "verySmall",
                          "stops": [
                            {
                              "city": "衢州"
                            }
                          ],
                          "sentAt": "2025-09-24T01:30:00Z"
                        }
                        """);
    }

    @Test
    void theSchemaNamesFieldsAsTheyAreWrittenAndRequiresThoseThatAreNotNullable() throws Exception {
        assertThat(Files.readString(folder.resolve("parcel.sent.v1.schema.json")))
                .isEqualTo(
                        """
                        {
                          "$schema": "https://json-schema.org/draft/2020-12/schema",
                          "title": "parcel.sent.v1",
                          "type": "object",
                          "properties": {
                            "parcelNumber": {
                              "type": "string"
                            },
                            "size": {
                              "type": "string",
                              "enum": [
                                "verySmall",
                                "large"
                              ]
                            },
                            "stops": {
                              "type": "array",
                              "items": {
                                "type": "object",
                                "properties": {
                                  "city": {
                                    "type": "string"
                                  },
                                  "street": {
                                    "type": "string"
                                  }
                                },
                                "required": [
                                  "city"
                                ]
                              }
                            },
                            "grams": {
                              "type": "integer"
                            },
                            "sentAt": {
                              "type": "string",
                              "format": "date-time"
                            }
                          },
                          "required": [
                            "parcelNumber",
                            "size",
                            "stops",
                            "sentAt"
                          ]
                        }
                        """);
    }

    @Test
    void whatIsWrittenAsTheSampleIsAccepted() {
        assertThatNoException().isThrownBy(() -> samples.requireWritten(outgoing(sent)));
    }

    @Test
    void anotherValueAnotherOrderAndAnotherFieldAreSeen() {
        record Reordered(
                Size size,
                String parcelNumber,
                List<Address> stops,
                @Nullable Integer grams,
                Instant sentAt) {}

        assertSeen(new ParcelSent("p-2", sent.size(), sent.stops(), null, sent.sentAt()));
        assertSeen(new ParcelSent("p-1", sent.size(), sent.stops(), 7, sent.sentAt()));
        assertSeen(new Reordered(sent.size(), "p-1", sent.stops(), null, sent.sentAt()));
    }

    @Test
    void aSchemaThatChangedIsSeenThoughTheSampleIsTheSame() {
        record Stricter(
                String parcelNumber,
                Size size,
                List<Address> stops,
                @Nullable String colour,
                Instant sentAt) {}

        assertSeen(new Stricter("p-1", sent.size(), sent.stops(), null, sent.sentAt()));
    }

    private void assertSeen(Object data) {
        assertThatThrownBy(() -> samples.requireWritten(outgoing(data)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dbridgehead.samples=write");
    }

    @Test
    void aConsumerGetsTheSampleInItsOwnRecord() {
        record Heard(String parcelNumber, List<Address> stops) {}
        List<Event<Heard>> heard = new ArrayList<>();
        Subscription subscription =
                Subscription.to("parcels", "topic").on(TYPE, Heard.class, heard::add).build();

        samples.requireReadable(subscription);
        samples.handOver(subscription, TYPE, "p-1", 3);

        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().subject()).isEqualTo("p-1");
        assertThat(heard.getFirst().sequence()).isEqualTo(3);
        assertThat(heard.getFirst().data())
                .isEqualTo(new Heard("p-1", List.of(new Address("衢州", null))));
    }

    @Test
    void aFieldThatTheSampleLacksIsNamedUnlessTheConsumerCanDoWithout() {
        record Stop(String city, String country) {}
        record Greedy(String parcelNumber, @Nullable String colour, List<Stop> stops) {}

        assertThatThrownBy(() -> samples.requireReadable(subscription(TYPE, Greedy.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/stops/*/country")
                .hasMessageNotContaining("colour");
    }

    @Test
    void anEventThatNobodyKeepsASampleOfIsSeen() {
        assertThatThrownBy(() ->
                        samples.requireReadable(subscription("parcel.lost.v1", ParcelSent.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("parcel.lost.v1");
    }

    private static <T> Subscription subscription(String type, Class<T> data) {
        return Subscription.to("parcels", "topic").on(type, data, _ -> {}).build();
    }
}
