package io.vpntck.steps.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureLintTest {
    private static final String FEATURE =
            """
            @data-plane
            Feature: Aaa1 - Samples

              @tmsLink=VPN-AAA-01 @needs-ikev1
              Scenario Outline: [1] Hold <thing>
                Given a <thing>
                And a hand
                When it is held
                Then it holds
                And it stays

                Examples:
                  | thing | why    |
                  | cup   | smooth |

              @tmsLink=VPN-AAA-01
              Scenario: [2] Drop
                Given a thing
                When it is dropped
                Then it falls
            """;

    @Test
    void theFeaturesOfTheKitKeepTheirForm() {
        assertThat(FeatureFile.all()).isNotEmpty();
        assertThat(FeatureLint.complaints(FeatureFile.all())).isEmpty();
    }

    @Test
    void nothingToComplainOf() {
        assertThat(FeatureLint.complaints(List.of(FeatureFile.parse("a/Aaa1.feature", FEATURE))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Aaa1 - Samples    | Samples        | a/Aaa1.feature:1: the feature is not named Aaa1 - what it covers
                    Aaa1 - Samples    | Bbb1 - Samples | a/Aaa1.feature:1: the feature is not named Aaa1 - what it covers
                    [2] Drop          | Drop           | a/Aaa1.feature:17: Drop is not named [n] and an imperative sentence without a full stop
                    [2] Drop          | [2] Drop.      | a/Aaa1.feature:17: [2] Drop. is not named [n] and an imperative sentence without a full stop
                    [2] Drop          | [1] Drop       | a/Aaa1.feature:17: [1] Drop has a number that is taken
                    Given a thing     | When a thing   | a/Aaa1.feature:17: [2] Drop does not start with Given
                    When it is dropped| Then it is     | a/Aaa1.feature:17: [2] Drop has none or more than one When
                    Then it falls     | When it falls  | a/Aaa1.feature:17: [2] Drop has none or more than one When
                    Then it falls     | And it falls   | a/Aaa1.feature:17: [2] Drop does not end with Then
                    Then it falls     | And it falls   | a/Aaa1.feature:17: [2] Drop does a second thing after its When
                    @needs-ikev1      | @needs-luck    | a/Aaa1.feature:5: [1] Hold <thing> has the unknown tag @needs-luck; capabilities are ikev1, on-demand, nat-traversal, bgp
                    @data-plane       | @needs-bgp     | a/Aaa1.feature:17: [2] Drop belongs to none or to both of
                    why               | because        | a/Aaa1.feature:14: the row does not say why it is there
                    """)
    void complainsOfAnotherForm(String written, String instead, String complaint) {
        FeatureFile changed = FeatureFile.parse("a/Aaa1.feature", FEATURE.replace(written, instead));

        assertThat(FeatureLint.complaints(List.of(changed))).anyMatch(line -> line.startsWith(complaint));
    }

    @Test
    void complainsOfABackground() {
        FeatureFile changed = FeatureFile.parse(
                "a/Aaa1.feature", FEATURE.replace("- Samples\n", "- Samples\n  Background:\n    Given a table\n"));

        assertThat(FeatureLint.complaints(List.of(changed)))
                .containsExactly("a/Aaa1.feature:3: a Background: each scenario says itself what it needs");
    }

    @Test
    void complainsOfANameThatIsTaken() {
        assertThat(FeatureLint.complaints(List.of(
                        FeatureFile.parse("a/Aaa1.feature", FEATURE), FeatureFile.parse("b/Aaa1.feature", FEATURE))))
                .containsExactly("b/Aaa1.feature:1: has the name of a/Aaa1.feature");
    }
}
