package io.rapport.profile.identity;

import io.rapport.profile.sql.Columns;
import io.rapport.profile.sql.LostRace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Rows of {@code identity_evidence} and of {@code identity_evidence_name}. What names somebody's identifier is written under
 * the lock of that profile's row. The place of a name is where it stands in what was said, -1 for a former id's two readings, and
 * -2 for what the evidence touches without naming it, which ties nothing.
 */
@ApplicationScoped
public class EvidenceStore {
    private static final String SEEN = "seen";
    private static final String OPERATOR = "operator";
    private static final String KNOWN = "select id, at, message_id from identity_evidence where id = any($1)";
    private static final String LATEST = "select x.type, x.value, l.at, l.message_id from "
            + "(select type, value from identifier where profile_id = any($1) "
            + "union select t, v from unnest($2::text[], $3::text[]) u (t, v)) x, "
            + "lateral (select at, message_id from identity_evidence_name n where n.type = x.type and n.value = x.value "
            + "order by at desc, message_id desc limit 1) l";
    private static final String LATEST_OF_OTHERS = "select u.t as type, u.v as value, l.at, l.message_id "
            + "from unnest($1::text[], $2::text[]) u (t, v), lateral (select at, message_id from identity_evidence_name n "
            + "where n.type = u.t and n.value = u.v and n.evidence_id <> all($3) order by at desc, message_id desc limit 1) l";
    private static final String INSERT = "insert into identity_evidence (id, kind, trust, previous_id, at, message_id) "
            + "select i, k, t, p, a, m from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::timestamptz[], "
            + "$6::text[]) u (i, k, t, p, a, m) order by i on conflict do nothing";
    private static final String LOWER = "update identity_evidence set at = u.a, message_id = u.m "
            + "from unnest($1::uuid[], $2::timestamptz[], $3::text[]) u (i, a, m) where id = u.i";
    private static final String LOWER_NAMES = "update identity_evidence_name set at = u.a, message_id = u.m "
            + "from unnest($1::uuid[], $2::timestamptz[], $3::text[]) u (i, a, m) where evidence_id = u.i";
    private static final String NAMES =
            "insert into identity_evidence_name (type, value, evidence_id, place, at, message_id) "
                    + "select t, v, i, p, a, m from unnest($1::text[], $2::text[], $3::uuid[], $4::int[], "
                    + "$5::timestamptz[], $6::text[]) u (t, v, i, p, a, m)";
    private static final String ASIDE =
            "insert into identity_evidence_name (type, value, evidence_id, place, at, message_id) "
                    + "select t, v, e.id, -2, e.at, e.message_id from unnest($1::text[], $2::text[], $3::uuid[]) u (t, v, i) "
                    + "join identity_evidence e on e.id = u.i where not exists (select from identity_evidence_name n "
                    + "where n.evidence_id = u.i and n.type = u.t and n.value = u.v)";
    private static final String COMPONENT = "with recursive reach (type, value) as ("
            + "select t, v from unnest($1::text[], $2::text[]) u (t, v) union "
            + "select o.type, o.value from reach r join identity_evidence_name n on n.type = r.type and n.value = r.value "
            + "and n.place > -2 join identity_evidence_name o on o.evidence_id = n.evidence_id and o.place > -2), "
            + "found as (select distinct n.evidence_id from (select type, value from reach limit 8 * $3) r "
            + "join identity_evidence_name n on n.type = r.type and n.value = r.value and n.place > -2 limit $3) "
            + "select e.id, e.kind, e.trust, e.previous_id, e.at, e.message_id, array_agg(n.type order by n.place) as types, "
            + "array_agg(n.value order by n.place) as names from found f join identity_evidence e on e.id = f.evidence_id "
            + "join identity_evidence_name n on n.evidence_id = e.id where n.place >= 0 group by e.id";
    private static final String WITHDRAW = "with gone as (delete from identity_evidence e where kind = 'operator' "
            + "and exists (select from identity_evidence_name n join unnest($1::text[], $2::text[]) u (t, v) "
            + "on n.type = u.t and n.value = u.v where n.evidence_id = e.id and n.place > -2) "
            + "and exists (select from identity_evidence_name n join unnest($3::text[], $4::text[]) u (t, v) "
            + "on n.type = u.t and n.value = u.v where n.evidence_id = e.id and n.place > -2) returning id) "
            + "delete from identity_evidence_name n using gone where n.evidence_id = gone.id";
    private static final String NAMING = "select distinct evidence_id, gen_random_uuid() from identity_evidence_name n "
            + "join unnest($1::text[], $2::text[]) u (t, v) on n.type = u.t and n.value = u.v where n.place > -2";
    private static final String UNTOUCH =
            "delete from identity_evidence_name n using unnest($1::text[], $2::text[]) u (t, v) "
                    + "where n.type = u.t and n.value = u.v and n.place = -2";
    private static final String UNNAME = "delete from identity_evidence_name n where evidence_id = any($1) "
            + "and (exists (select from unnest($2::text[], $3::text[]) u (t, v) where u.t = n.type and u.v = n.value) "
            + "or (place = -1 and value = any($3)))";
    private static final String DROP_EMPTY = "with gone as (delete from identity_evidence e where id = any($1) "
            + "and (kind = 'operator' or not exists "
            + "(select from identity_evidence_name n where n.evidence_id = e.id and place >= 0)) returning id) "
            + "delete from identity_evidence_name n using gone where n.evidence_id = gone.id";
    private static final String RENAME = "update identity_evidence set id = u.fresh, "
            + "previous_id = case when previous_id = any($3) then null else previous_id end "
            + "from unnest($1::uuid[], $2::uuid[]) u (old, fresh) where id = u.old";
    private static final String RENAME_NAMES = "update identity_evidence_name set evidence_id = u.fresh "
            + "from unnest($1::uuid[], $2::uuid[]) u (old, fresh) where evidence_id = u.old";

    private record Name(Identifier identifier, Evidence evidence, int place) {}

    private record Aside(Identifier identifier, UUID evidence) {}

    /** When each of them was heard first, for those that were. */
    public Uni<Map<UUID, Moment>> known(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery(KNOWN).execute(Columns.ids(ids)).map(rows -> {
            Map<UUID, Moment> known = new HashMap<>();
            rows.forEach(row -> known.put(row.getUUID(0), moment(row)));
            return known;
        });
    }

    /** The last evidence of each of the identifiers, and of those that the profiles go by. */
    public Uni<Map<Identifier, Moment>> latest(
            SqlClient client, Collection<UUID> profiles, Collection<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple values = Columns.ids(profiles)
                .addArrayOfString(
                        identifiers.stream().map(each -> each.type().wire()).toArray(String[]::new))
                .addArrayOfString(identifiers.stream().map(Identifier::value).toArray(String[]::new));
        return client.preparedQuery(LATEST).execute(values).map(EvidenceStore::moments);
    }

    private static Map<Identifier, Moment> moments(RowSet<Row> rows) {
        Map<Identifier, Moment> moments = new HashMap<>();
        rows.forEach(row -> moments.put(
                new Identifier(IdentifierType.of(row.getString("type")), row.getString("value")), moment(row)));
        return moments;
    }

    private static Moment moment(Row row) {
        return new Moment(row.getOffsetDateTime("at").toInstant(), row.getString("message_id"));
    }

    /**
     * Keeps what a batch heard, to be called with the ties written.
     *
     * @param unowned what it names that was nobody's when it was read; where others have said something of that since, it is
     *     a {@link LostRace}, for what the batch says may be late
     */
    public Uni<Void> write(SqlClient transaction, ObservationLog log, Set<Identifier> unowned) {
        List<Observation> fresh = log.news().stream().filter(log::isNew).toList();
        List<Observation> lowered =
                log.news().stream().filter(each -> !log.isNew(each)).toList();
        return insert(transaction, fresh)
                .chain(() -> lower(transaction, lowered))
                .chain(() -> touch(transaction, log.asides()))
                .chain(() -> check(transaction, log, unowned));
    }

    private static Uni<Void> check(SqlClient transaction, ObservationLog log, Set<Identifier> unowned) {
        if (unowned.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = columns(unowned)
                .tuple()
                .addArrayOfUUID(log.news().stream().map(Observation::id).toArray(UUID[]::new));
        return transaction
                .preparedQuery(LATEST_OF_OTHERS)
                .execute(values)
                .map(EvidenceStore::moments)
                .invoke(moments -> moments.forEach((identifier, moment) -> {
                    if (log.isAfterWhatWasRead(identifier, moment)) {
                        throw new LostRace("something was said of an identifier that is nobody's");
                    }
                }))
                .replaceWithVoid();
    }

    /** What evidence touches without naming it, so that what comes later and says something of that from before is known late. */
    public Uni<Void> touch(SqlClient transaction, Map<UUID, Set<Identifier>> asides) {
        if (asides.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Aside> rows = asides.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(identifier -> new Aside(identifier, each.getKey())))
                .toList();
        Tuple values = Columns.of(rows)
                .text(each -> each.identifier().type().wire())
                .text(each -> each.identifier().value())
                .uuid(Aside::evidence)
                .tuple();
        return transaction.preparedQuery(ASIDE).execute(values).replaceWithVoid();
    }

    /** Keeps what has not been heard before; evidence that somebody else wrote first is a {@link LostRace}. */
    public Uni<Void> insert(SqlClient transaction, Collection<? extends Evidence> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Name> names = fresh.stream().flatMap(EvidenceStore::names).toList();
        Tuple rows = Columns.<Evidence>of(List.copyOf(fresh))
                .uuid(Evidence::id)
                .text(each -> each instanceof MustLink ? OPERATOR : SEEN)
                .integer(each -> trust(each).code())
                .text(each -> each instanceof Observation seen ? seen.sighting().previousId() : null)
                .time(each -> each.moment().at())
                .text(each -> each.moment().messageId())
                .tuple();
        Tuple nameRows = Columns.of(names)
                .text(each -> each.identifier().type().wire())
                .text(each -> each.identifier().value())
                .uuid(each -> each.evidence().id())
                .integer(Name::place)
                .time(each -> each.evidence().moment().at())
                .text(each -> each.evidence().moment().messageId())
                .tuple();
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(INSERT).execute(rows).invoke(done -> {
                            if (done.rowCount() != fresh.size()) {
                                throw new LostRace("evidence was written by somebody else");
                            }
                        }),
                        transaction.preparedQuery(NAMES).execute(nameRows))
                .discardItems();
    }

    private static Trust trust(Evidence evidence) {
        return evidence instanceof MustLink link
                ? link.trust()
                : ((Observation) evidence).sighting().trust();
    }

    private static Stream<Name> names(Evidence evidence) {
        List<Identifier> placed =
                evidence instanceof Observation seen ? seen.sighting().identifiers() : List.copyOf(evidence.names());
        List<Name> names = new ArrayList<>();
        evidence.names().forEach(each -> names.add(new Name(each, evidence, placed.indexOf(each))));
        return names.stream().distinct();
    }

    private static Uni<Void> lower(SqlClient transaction, List<Observation> lowered) {
        if (lowered.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Columns.of(lowered)
                .uuid(Observation::id)
                .time(each -> each.moment().at())
                .text(each -> each.moment().messageId())
                .tuple();
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(LOWER).execute(values),
                        transaction.preparedQuery(LOWER_NAMES).execute(values))
                .discardItems();
    }

    /**
     * All that ties the identifiers to others, and those to others again.
     *
     * @param most where there is more, it is not all of it
     */
    public Uni<List<Evidence>> component(SqlClient client, Collection<Identifier> from, int most) {
        Tuple values = columns(from).tuple().addInteger(most);
        return client.preparedQuery(COMPONENT).execute(values).map(rows -> {
            List<Evidence> found = new ArrayList<>();
            rows.forEach(row -> found.add(evidence(row)));
            return found;
        });
    }

    private static Evidence evidence(Row row) {
        String[] types = row.getArrayOfStrings("types");
        String[] values = row.getArrayOfStrings("names");
        List<Identifier> named = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            named.add(new Identifier(IdentifierType.of(types[i]), values[i]));
        }
        UUID id = row.getUUID("id");
        Trust trust = Trust.ofCode(row.getInteger("trust"));
        Moment moment = moment(row);
        return row.getString("kind").equals(OPERATOR)
                ? new MustLink(id, named.get(0), named.get(1), trust, moment)
                : new Observation(id, new Sighting(named, row.getString("previous_id"), trust, moment.at()), moment);
    }

    private static Columns<Identifier> columns(Collection<Identifier> identifiers) {
        return Columns.of(identifiers).text(each -> each.type().wire()).text(Identifier::value);
    }

    /** An operator says now that these and those are two people, whatever one said before. */
    public Uni<Void> withdraw(SqlClient transaction, Collection<Identifier> these, Collection<Identifier> those) {
        Tuple values = columns(these)
                .tuple()
                .addArrayOfString(those.stream().map(each -> each.type().wire()).toArray(String[]::new))
                .addArrayOfString(those.stream().map(Identifier::value).toArray(String[]::new));
        return transaction.preparedQuery(WITHDRAW).execute(values).replaceWithVoid();
    }

    /** What is left speaks of others alone, and under an id that nothing of the erased person is in. */
    public Uni<Void> erase(SqlClient transaction, Collection<Identifier> identifiers) {
        return transaction
                .preparedQuery(UNTOUCH)
                .execute(columns(identifiers).tuple())
                .chain(() -> transaction
                        .preparedQuery(NAMING)
                        .execute(columns(identifiers).tuple()))
                .chain(rows -> {
                    Map<UUID, UUID> fresh = new HashMap<>();
                    rows.forEach(row -> fresh.put(row.getUUID(0), row.getUUID(1)));
                    return fresh.isEmpty() ? Uni.createFrom().voidItem() : erase(transaction, identifiers, fresh);
                });
    }

    private static Uni<Void> erase(SqlClient transaction, Collection<Identifier> identifiers, Map<UUID, UUID> fresh) {
        Tuple ids = Columns.ids(fresh.keySet());
        Tuple naming = Columns.ids(fresh.keySet())
                .addArrayOfString(
                        identifiers.stream().map(each -> each.type().wire()).toArray(String[]::new))
                .addArrayOfString(values(identifiers));
        Tuple renamed = Columns.of(fresh.entrySet())
                .uuid(Map.Entry::getKey)
                .uuid(Map.Entry::getValue)
                .tuple();
        Tuple renaming = Columns.of(fresh.entrySet())
                .uuid(Map.Entry::getKey)
                .uuid(Map.Entry::getValue)
                .tuple()
                .addArrayOfString(values(identifiers));
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(UNNAME).execute(naming),
                        transaction.preparedQuery(DROP_EMPTY).execute(ids),
                        transaction.preparedQuery(RENAME).execute(renaming),
                        transaction.preparedQuery(RENAME_NAMES).execute(renamed))
                .discardItems();
    }

    private static String[] values(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toArray(String[]::new);
    }
}
