package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private final RealmFile realm = RealmFile.of(Workspace.find());

    @Test
    void eachCityHasAnAccountOfEveryRoleAndASystemOfItsOwn() {
        for (String city : List.of("qz", "sr", "hs", "np")) {
            assertThat(realm.accounts())
                    .filteredOn(account -> account.city().equals(city))
                    .extracting(Account::name, Account::role, Account::system)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple(
                                    "city-" + city, "partner-system", true))
                    .filteredOn(tuple -> tuple.toList().get(2).equals(false))
                    .extracting(tuple -> tuple.toList().get(1))
                    .containsExactly(
                            "organizer",
                            "city-officer",
                            "reception",
                            "delegation-leader",
                            "delegate",
                            "organisation",
                            "judge",
                            "signatory",
                            "auditor",
                            "operator");
        }
    }

    @Test
    void onlySpeakersAndSignatoriesHaveOrganisations() {
        assertThat(realm.accounts())
                .filteredOn(account -> !account.organisations().isEmpty())
                .extracting(Account::role)
                .containsOnly("organisation", "signatory");
    }

    @Test
    void noPasswordAndNoSecretStandsInTheFile() {
        assertThat(realm.accounts())
                .extracting(realm::secretOf)
                .allMatch(name -> realm.secrets().contains(name));
    }
}
