package io.rapport.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.platform.problem.JsonProblems;
import io.rapport.platform.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    StrictJsonTest() {
        new StrictJson().customize(mapper);
    }

    /** One field of each kind. */
    record Request(
            String name,
            boolean flag,
            int count,
            Boolean maybe,
            Long size,
            double share,
            BigDecimal price,
            List<String> tags,
            Colour colour) {}

    /** Some choices. */
    enum Colour {
        RED,
        BLUE
    }

    private Request read(String json) throws JsonProcessingException {
        return mapper.readValue(json.replace('\'', '"'), Request.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':5}|/name",
                "{'name':1.5}|/name",
                "{'name':true}|/name",
                "{'flag':'true'}|/flag",
                "{'flag':''}|/flag",
                "{'flag':1}|/flag",
                "{'flag':null}|/flag",
                "{'count':'5'}|/count",
                "{'count':1.5}|/count",
                "{'count':true}|/count",
                "{'count':null}|/count",
                "{'maybe':'false'}|/maybe",
                "{'maybe':0}|/maybe",
                "{'size':'5'}|/size",
                "{'size':''}|/size",
                "{'share':'0.5'}|/share",
                "{'share':null}|/share",
                "{'price':'cheap'}|/price",
                "{'tags':['a',5]}|/tags/1",
                "{'colour':0}|/colour",
                "{'colour':''}|/colour"
            })
    void refusesWhatIsNotOfTheFieldsType(String json, String pointer) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(JsonProcessingException.class, thrown -> {
            Problem problem = JsonProblems.of(thrown);
            assertThat(problem.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer));
        });
    }

    @Test
    void takesWhatIsLeftOut() throws JsonProcessingException {
        assertThat(read("{}")).isEqualTo(new Request(null, false, 0, null, null, 0, null, null, null));
    }

    @Test
    void takesNullWhereNothingMayBeSaid() throws JsonProcessingException {
        assertThat(read("{'name':null,'maybe':null,'size':null,'price':null}")).isEqualTo(read("{}"));
    }

    @Test
    void takesMoneyAsDecimalStringAndAsNumber() throws JsonProcessingException {
        assertThat(read("{'price':'19.99'}").price()).isEqualTo("19.99");
        assertThat(read("{'price':19.99}").price()).isEqualTo("19.99");
    }

    @Test
    void takesEachForWhatItIs() throws JsonProcessingException {
        assertThat(
                        read(
                                "{'name':'a','flag':true,'count':3,'maybe':false,'size':5,'share':1,'tags':['b'],'colour':'RED'}"))
                .isEqualTo(new Request("a", true, 3, false, 5L, 1, null, List.of("b"), Colour.RED));
    }
}
