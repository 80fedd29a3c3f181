package org.colonnade.crm.api.deal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Money;

/**
 * A pipeline as it stands: its open opportunities by stage.
 *
 * @param pipeline the pipeline's id
 * @param name what people call it
 * @param currency the pipeline's own, ISO 4217
 * @param columns one for each stage, in their order; a deactivated one only while something stands in it
 */
public record Board(String pipeline, String name, String currency, List<Column> columns) {

    public Board {
        columns = List.copyOf(columns);
    }

    /**
     * A stage with what stands in it.
     *
     * @param stage the stage
     * @param count how many
     * @param sums what they would bring, exactly, one for each currency; empty for those who may not see amounts
     * @param cards the first twenty, those that stand here longest first
     */
    public record Column(Stage stage, long count, List<Money> sums, List<Card> cards) {

        public Column {
            sums = List.copyOf(sums);
            cards = List.copyOf(cards);
        }
    }

    /**
     * One opportunity.
     *
     * @param opportunity as the caller may see it
     * @param days for how many whole days it stands here
     * @param rotting whether that is longer than the stage allows
     */
    public record Card(Map<String, Object> opportunity, long days, boolean rotting) {}
}
