package io.bridgehead.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.testing.RealParts;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonalTextTest {

    public record Guest(PersonalText name, @Nullable PersonalText phone) {}

    private final Guest guest = new Guest(new PersonalText("p1", "AbC-_"), null);

    @Test
    void itIsAFieldOfADocument() {
        MongoCollection<Guest> guests =
                RealParts.freshDatabase()
                        .withCodecRegistry(Documents.CODECS)
                        .getCollection("guests", Guest.class);

        guests.insertOne(guest);

        assertThat(guests.find().first()).isEqualTo(guest);
        assertThat(guests.withDocumentClass(Document.class).find().first())
                .containsEntry("name", new Document("person", "p1").append("ciphertext", "AbC-_"));
    }

    @Test
    void itIsAFieldOfAnEvent() {
        String json = Documents.EVENT_JSON.writeValueAsString(guest);

        assertThat(json).isEqualTo("{\"name\":{\"person\":\"p1\",\"ciphertext\":\"AbC-_\"}}");
        assertThat(Documents.EVENT_JSON.readValue(json, Guest.class)).isEqualTo(guest);
    }

    @Test
    void itPrintsNothingOfItself() {
        assertThat(guest).hasToString("Guest[name=PersonalText[hidden], phone=null]");
    }
}
