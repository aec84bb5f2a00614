package io.rapport.recommendation.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.order.Orders.Order;
import io.rapport.recommendation.session.Evidence;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AspectsTest {
    private static final long DAY = TasteShop.DAY;
    private static final int TEA = 0;
    private static final int MILK = 1;
    private static final int CAKE = 2;
    private static final int LAMP = 3;
    private static final int NEW = 4;

    /** Ann drinks tea, Bob bought cake with it, Cem in another place bought a lamp, and lately something is new. */
    private final Orders orders = Orders.of(List.of(
            order("ann", 0, 0, TEA, MILK),
            order("bob", 0, 2, TEA, CAKE),
            order("ann", 0, 10, TEA),
            order("cem", 1, 60, LAMP),
            order("dan", 1, 61, NEW)));

    private final ItemAttributes catalog = ItemAttributes.builder("category")
            .add(TEA, "category", "food")
            .add(MILK, "category", "food")
            .add(CAKE, "category", "food")
            .add(LAMP, "category", "home")
            .price(TEA, 2)
            .price(CAKE, 2.5)
            .price(LAMP, 90)
            .build();
    private final Customer ann = orders.customers().get("ann");
    private final long now = 62 * DAY;

    @Test
    void habitsProposeWhatWasBoughtAndKnowHowOften() {
        // When
        Aspect.Reading habits = new Habits(orders).read(ann, now);
        // Then
        assertThat(proposed(habits)).containsExactlyInAnyOrder(TEA, MILK);
        assertThat(habits(ann, TEA).times()).isEqualTo(2);
        assertThat(habits(ann, TEA).last()).isEqualTo(10 * DAY);
        assertThat(described(habits, TEA)[0]).isGreaterThan(described(habits, MILK)[0]);
        assertThat(described(habits, CAKE)[1]).isZero();
    }

    @Test
    void companyProposesWhatOthersBoughtWithIt() {
        // When
        Company.Told company = new Company(orders).read(ann, now);
        Int2ObjectOpenHashMap<Evidence> because = new Int2ObjectOpenHashMap<>();
        company.explain(IntSet.of(CAKE, LAMP), because);
        // Then
        assertThat(proposed(company)).contains(CAKE).doesNotContain(LAMP);
        assertThat(because).containsOnly(Map.entry(CAKE, new Evidence.FromItems(1, TEA)));
    }

    @Test
    void tastesProposeOfTheCustomersCategoriesWhatSheNeverBought() {
        // When
        Aspect.Reading tastes = new Tastes(catalog, 0, orders).read(ann, now);
        // Then
        assertThat(proposed(tastes)).contains(CAKE).doesNotContain(LAMP, NEW);
        assertThat(described(tastes, CAKE)[0]).isPositive();
        assertThat(described(tastes, LAMP)[0]).isNegative();
        assertThat(described(tastes, NEW)).hasSameSizeAs(described(tastes, CAKE));
    }

    @Test
    void trendsTellFirstPurchasesFromRepeatedOnes() {
        // When
        float[] tea = described(new Trends(orders).read(ann, now), TEA);
        float[] milk = described(new Trends(orders).read(ann, now), MILK);
        // Then: over all of time tea was bought three times, but by two customers
        assertThat(Math.exp(tea[5] - milk[5])).isBetween(2.9, 3.1);
        assertThat(Math.exp(tea[10] - milk[10])).isBetween(1.9, 2.1);
    }

    @Test
    void placesPreferWhatIsBoughtThere() {
        // When
        Aspect.Reading places = new Places(orders).read(ann, now);
        // Then
        assertThat(proposed(places)).contains(TEA, CAKE).doesNotContain(LAMP);
        assertThat(described(places, CAKE)[0]).isGreaterThan(described(places, LAMP)[0]);
    }

    @Test
    void chancesProposeWhatIsNewAndCountWhatWasPassedOver() {
        // When
        Aspect.Reading chances = new Chances(orders).read(ann, now);
        // Then: cake was there when Ann ordered first, the new item was not
        assertThat(proposed(chances)).contains(NEW).doesNotContain(TEA);
        assertThat(described(chances, CAKE)[1]).isPositive();
        assertThat(described(chances, NEW)[1]).isZero();
    }

    @Test
    void thePurseKnowsWhatIsTooDear() {
        // When
        Aspect.Reading purse = new Purse(orders, catalog).read(ann, now);
        // Then
        assertThat(described(purse, LAMP)[0]).isGreaterThan(described(purse, CAKE)[0]);
        assertThat(described(purse, NEW)[0]).isZero();
    }

    @Test
    void nothingThatIsNotAllowedIsProposed() {
        // When
        int[] candidates = new Knowledge(orders, catalog).read(ann, now).candidates(item -> item != TEA);
        // Then
        assertThat(candidates)
                .contains(MILK, CAKE, LAMP, NEW)
                .doesNotContain(TEA)
                .doesNotHaveDuplicates();
    }

    private static Habit habits(Customer customer, int item) {
        return Habits.habits(customer).get(item);
    }

    private static int[] proposed(Aspect.Reading reading) {
        Candidates candidates = new Candidates(any -> true);
        reading.propose(candidates);
        return candidates.items();
    }

    private static float[] described(Aspect.Reading reading, int item) {
        Row row = new Row();
        reading.describe(item, row);
        return row.values();
    }

    private static Order order(String customer, int place, long day, int... items) {
        return new Order(customer, place, day * DAY, items);
    }
}
