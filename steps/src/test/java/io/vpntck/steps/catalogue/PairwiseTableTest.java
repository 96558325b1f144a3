package io.vpntck.steps.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables of the features about algorithms: the pairs of Algorithms1 and the first halves of Algorithms4. */
class PairwiseTableTest {
    private static final List<String> BITS = List.of("128", "256");
    private static final List<String> HASHES = List.of("SHA-1", "SHA-256");
    private static final List<String> GROUPS_1 = List.of("2", "14", "15", "16", "17", "18", "22", "23", "24");
    private static final List<String> GROUPS_2 = List.of("2", "5", "14", "15", "16", "17", "18", "22", "23", "24");
    private static final List<List<String>> VALUES = List.of(BITS, HASHES, GROUPS_1, BITS, HASHES, GROUPS_2);

    /** The cells of the only table of a feature, without its last columns. */
    private static List<List<String>> table(String name, int columns) {
        Scenario scenario = FeatureFile.all().stream()
                .filter(file -> file.path().endsWith("/" + name + ".feature"))
                .findFirst()
                .orElseThrow()
                .scenarios()
                .get(0);
        return scenario.getExamples().stream()
                .map(Examples::getTableBody)
                .flatMap(List::stream)
                .map(TableRow::getCells)
                .map(cells ->
                        cells.stream().map(TableCell::getValue).limit(columns).toList())
                .toList();
    }

    /**
     * A row for each pair of groups; the four choices of two values come from the lower two bits of the places i and j of
     * the groups. Each takes one bit of either, and no two the same, so that any two of them are independent.
     */
    private static List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < GROUPS_1.size(); i++) {
            for (int j = 0; j < GROUPS_2.size(); j++) {
                int low = i & 1;
                int high = i >> 1 & 1;
                int otherLow = j & 1;
                int otherHigh = j >> 1 & 1;
                rows.add(List.of(
                        BITS.get(low ^ otherLow),
                        HASHES.get(high ^ otherHigh),
                        GROUPS_1.get(i),
                        BITS.get(low ^ otherHigh),
                        HASHES.get(high ^ otherLow),
                        GROUPS_2.get(j)));
            }
        }
        return rows;
    }

    @Test
    void theTableIsTheOneThatIsMade() {
        assertThat(table("Algorithms1", 6)).isEqualTo(rows());
    }

    @Test
    void everyTwoValuesAreTogetherInSomeRow() {
        Set<String> wanted = new HashSet<>();
        for (int a = 0; a < VALUES.size(); a++) {
            for (int b = a + 1; b < VALUES.size(); b++) {
                for (String one : VALUES.get(a)) {
                    for (String other : VALUES.get(b)) {
                        wanted.add(pair(a, one, b, other));
                    }
                }
            }
        }
        Set<String> met = new HashSet<>();
        for (List<String> row : table("Algorithms1", 6)) {
            for (int a = 0; a < row.size(); a++) {
                for (int b = a + 1; b < row.size(); b++) {
                    met.add(pair(a, row.get(a), b, row.get(b)));
                }
            }
        }
        // 6 pairs of two-valued columns, 4 times 2 x 9 and 2 x 10, and 9 x 10
        assertThat(wanted).hasSize(6 * 4 + 4 * 18 + 4 * 20 + 90);
        assertThat(met).isEqualTo(wanted);
    }

    private static String pair(int a, String one, int b, String other) {
        return a + " " + one + ", " + b + " " + other;
    }

    @Test
    void theSlowTierHasEveryCombinationOfPhase1() {
        List<List<String>> all = BITS.stream()
                .flatMap(bits ->
                        HASHES.stream().flatMap(hash -> GROUPS_1.stream().map(group -> List.of(bits, hash, group))))
                .toList();
        assertThat(table("Algorithms4", 3)).hasSize(36).isEqualTo(all);
    }
}
