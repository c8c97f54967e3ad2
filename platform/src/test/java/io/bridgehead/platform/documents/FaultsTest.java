package io.bridgehead.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 27017);

    private static MongoCommandException refused(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString("refused")),
                SERVER);
    }

    private static MongoException whileSigningIn(Throwable cause) {
        return new MongoSecurityException(
                MongoCredential.createCredential("u", "admin", "p".toCharArray()),
                "Exception authenticating",
                cause);
    }

    @Test
    void aDatabaseThatIsAwayComesBack() {
        assertThat(Faults.mayPass(new MongoTimeoutException("no server"))).isTrue();
        assertThat(Faults.mayPass(new MongoSocketReadException("cut", SERVER))).isTrue();
        assertThat(Faults.mayPass(new IllegalStateException(new MongoTimeoutException("no"))))
                .isTrue();
    }

    /// Stepping down, shutting down, and a member that has just started and has no majority yet.
    @ParameterizedTest
    @ValueSource(ints = {189, 11600, 91, 134})
    void aServerBetweenTwoStatesIsWaitedFor(int code) {
        assertThat(Faults.mayPass(refused(code))).isTrue();
    }

    @Test
    void whatTheServerRefusesItRefusesAgain() {
        int badValue = 2;
        assertThat(Faults.mayPass(refused(badValue))).isFalse();
        assertThat(Faults.mayPass(new IllegalStateException("ours"))).isFalse();
    }

    /// A server with credentials that goes down in the midst of a sign-in: the password is right.
    @Test
    void aSignInThatWasCutIsTriedAgainAndAWrongPasswordIsNot() {
        int authenticationFailed = 18;
        assertThat(Faults.mayPass(whileSigningIn(new MongoSocketReadException("cut", SERVER))))
                .isTrue();
        assertThat(Faults.mayPass(whileSigningIn(refused(91)))).isTrue();
        assertThat(Faults.mayPass(whileSigningIn(refused(authenticationFailed)))).isFalse();
    }
}
