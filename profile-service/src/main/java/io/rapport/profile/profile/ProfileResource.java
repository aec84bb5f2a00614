package io.rapport.profile.profile;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.CurrentCaller;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.event.EventFilter;
import io.rapport.profile.event.EventView;
import io.rapport.profile.problem.Fields;
import io.rapport.profile.profile.ProfileView.IdentityView;
import io.rapport.profile.reference.People;
import io.rapport.profile.reference.PersonReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Profiles for operators and back ends. Analysts see contact details masked. */
@Path("/api/profiles")
@Tag(name = "profiles")
@Allow(
        roles = {Role.SUPPORT, Role.ANALYST, Role.MARKETER},
        scope = "profiles:read")
class ProfileResource {
    private final ProfileService profiles;
    private final OperatorMerge merge;
    private final OperatorUnmerge unmerge;
    private final People people;
    private final Pool pool;
    private final CurrentCaller caller;

    ProfileResource(
            ProfileService profiles,
            OperatorMerge merge,
            OperatorUnmerge unmerge,
            People people,
            Pool pool,
            CurrentCaller caller) {
        this.profiles = profiles;
        this.merge = merge;
        this.unmerge = unmerge;
        this.people = people;
        this.pool = pool;
        this.caller = caller;
    }

    private Sight sight() {
        return Sight.of(caller.get());
    }

    /** With {@code identity}, the one profile that goes by it, or none; else a page of all, those met last first. */
    @GET
    public Uni<Page<ProfileView>> list(
            @QueryParam("identity") @Nullable String identity,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("seenFrom") @Nullable String seenFrom,
            @QueryParam("seenTo") @Nullable String seenTo,
            @QueryParam("trait") @Nullable String trait,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (identity != null) {
            return byIdentity(identity);
        }
        ProfileFilter filter = ProfileFilter.of(kind, seenFrom, seenTo, trait);
        return profiles.page(filter, PageRequest.of(limit, cursor), sight());
    }

    private Uni<Page<ProfileView>> byIdentity(String identity) {
        Sight sight = sight();
        return people.find(pool, PersonReference.parse(identity, "/identity"))
                .chain(found -> profiles.find(found.stream().toList(), sight))
                .map(found -> new Page<>(found, null));
    }

    @GET
    @Path("/{id}")
    public Uni<ProfileView> get(@RestPath UUID id) {
        return profiles.get(id, sight());
    }

    @GET
    @Path("/{id}/identities")
    public Uni<Page<IdentityView>> identities(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return profiles.identities(id, PageRequest.of(limit, cursor), sight());
    }

    /** Newest first; {@code from} is included, {@code to} is not. */
    @GET
    @Path("/{id}/events")
    public Uni<Page<EventView>> events(
            @RestPath UUID id,
            @QueryParam("name") @Nullable String name,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return profiles.events(id, EventFilter.of(name, from, to), PageRequest.of(limit, cursor), sight());
    }

    /** Segments that the profile is a member of. */
    @GET
    @Path("/{id}/segments")
    public Uni<Page<String>> segments(
            @RestPath UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        String after = request.after() == null ? "" : request.after();
        return profiles.segments(id)
                .map(segments -> segments.stream()
                        .filter(segment -> segment.compareTo(after) > 0)
                        .limit(request.limit() + 1L)
                        .toList())
                .map(segments -> Page.of(segments, request, segment -> segment));
    }

    /** Makes one of two; answers with the one that is left. Doing it again changes nothing. */
    @POST
    @Path("/{id}/merge")
    @Allow(
            roles = {Role.SUPPORT},
            scope = "profiles:write")
    public Uni<ProfileView> merge(@RestPath UUID id, @Nullable MergeRequest request) {
        UUID with = Fields.body(request).with();
        new Fields().required("/with", with).end();
        Sight sight = sight();
        return merge.merge(id, with).chain(survivor -> profiles.get(survivor, sight));
    }

    @POST
    @Path("/{id}/unmerge")
    @Operation(
            summary = "Take a profile apart",
            description =
                    "Makes two of one. `identity` names what is taken out: an identifier (`type:value`), with what "
                            + "hangs on it alone, or the id of a profile that was merged into this one. Events go with the "
                            + "identifiers that they carry, and orders, facts and traits with the events; consent stays with both. "
                            + "The two are not fused again by events, only by an operator. With `dryRun` nothing is done, and the "
                            + "answer shows what would happen.")
    @APIResponse(responseCode = "200", description = "The two profiles that there are now, or would be.")
    @APIResponse(responseCode = "422", description = "It is not part of the profile, or all of it.")
    @Allow(
            roles = {Role.SUPPORT},
            scope = "profiles:write")
    public Uni<UnmergeView> unmerge(@RestPath UUID id, @Nullable UnmergeRequest request) {
        UnmergeRequest body = Fields.body(request);
        PersonReference what = PersonReference.parse(body.identity(), "/identity");
        Sight sight = sight();
        return unmerge.unmerge(id, what, body.isDryRun()).map(done -> profiles.view(done, body.isDryRun(), sight));
    }
}
