package io.rapport.gateway.decide;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who the visitor is, as profile-service tells and every part is told.
 *
 * @param segments those that are marked public
 * @param consents the purposes that are granted
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.ALWAYS)
record Visitor(
        @JsonProperty("profileId") @Nullable String profileId,
        @JsonProperty("known") boolean known,
        @JsonProperty("segments") List<String> segments,
        @JsonProperty("consents") List<String> consents,
        @JsonProperty("locale") @Nullable String locale,
        @JsonProperty("country") @Nullable String country) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    /** Nobody whom we know, who has consented to nothing. */
    static final Visitor UNKNOWN = new Visitor(null, false, List.of(), List.of(), null, null);

    @SuppressWarnings("ConstantValue") // What comes off the wire may lack any field.
    Visitor {
        segments = segments == null ? List.of() : List.copyOf(segments);
        consents = consents == null ? List.of() : List.copyOf(consents);
    }

    /** With what the page says of language and country, which is nearer than what the profile remembers. */
    Visitor on(Asked page) {
        String saidLocale = page.said("locale");
        String saidCountry = country(page.said("country"));
        return new Visitor(
                profileId,
                known,
                segments,
                consents,
                saidLocale == null ? locale : saidLocale,
                saidCountry == null ? country : saidCountry);
    }

    /** ISO 3166-1 alpha-2; a page that says anything else says no country. */
    private static @Nullable String country(@Nullable String said) {
        return said != null && COUNTRY.matcher(said).matches() ? said.toUpperCase(Locale.ROOT) : null;
    }
}
