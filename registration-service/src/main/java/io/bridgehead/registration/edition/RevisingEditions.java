package io.bridgehead.registration.edition;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;

/// The host's organizer changes what people are told of an edition.
@Service
class RevisingEditions {

    private final Editions editions;

    RevisingEditions(Editions editions) {
        this.editions = editions;
    }

    /// @param expected the version that the organizer has seen
    /// @throws NotAllowed to another city's organizer
    Versioned<Edition> revise(
            Caller organizer,
            CommandId command,
            String code,
            long expected,
            Presentation presentation) {
        Edition edition = editions.get(code).state();
        if (!edition.isHostedBy(organizer)) {
            throw new NotAllowed("revise " + code);
        }
        List<FieldError> errors =
                presentation.errors(
                        edition.startsOn(), edition.endsOn(), ZoneId.of(edition.timeZone()));
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return editions.revise(code, command, expected, presentation);
    }
}
