#include "app/sdmx_service.h"

#include "app/load_structures.h"
#include "dissemination/answer.h"
#include "dissemination/foreign.h"
#include "dissemination/structures.h"
#include "publish/workbook.h"
#include "sdmx/media_type.h"
#include "sdmx/period.h"
#include "sdmx/query_words.h"
#include "sdmx/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

namespace app {

namespace {

using base::Error;
using base::ErrorCode;
using sdmx::Address;
using sdmx::Resource;
using sdmx::Rest;

// The part, and how many segments of the path name it.
Result<std::pair<SdmxPart, std::size_t>> part_of(const Address& address, Rest rest) {
    const auto word =
        address.path.empty() ? std::string{} : sdmx::query::lower(address.path.front());
    if (word == "data")
        return std::pair{SdmxPart::data, std::size_t{1}};
    if (word == (rest == Rest::v1 ? "availableconstraint" : "availability"))
        return std::pair{SdmxPart::availability, std::size_t{1}};
    if (word == "schema")
        return std::pair{SdmxPart::schema, std::size_t{1}};
    if (word == "metadata" || (rest == Rest::v2 && word == "registration"))
        return Error{ErrorCode::sdmx_not_implemented,
                     "queries for " + word + " are not implemented", "the path"};
    if (rest == Rest::v1)
        return std::pair{SdmxPart::structure, std::size_t{0}};
    if (word != "structure")
        return sdmx::query::syntax("the path", "structure, data, availability or schema", word);
    return std::pair{SdmxPart::structure, std::size_t{1}};
}

// A client is known to append "&format=jsondata" to an address without a query.
Result<Address> read_address(const SdmxRequest& request) {
    const auto ampersand = request.path.find('&');
    if (ampersand == request.path.npos)
        return sdmx::parse_address(request.path, request.query);
    const auto query = fmt::format("{}&{}", request.path.substr(ampersand + 1), request.query);
    return sdmx::parse_address(request.path.substr(0, ampersand), query);
}

Resource resource_of(SdmxPart part) {
    return part == SdmxPart::data     ? Resource::data
           : part == SdmxPart::schema ? Resource::schema
                                      : Resource::structure;
}

// The codes that a constraint names, of the lists by which its structure is coded.
sdmx::Artefact narrowed(const sdmx::Artefact& list, const sdmx::DataStructure& structure,
                        const sdmx::Constraint& constraint) {
    std::vector<std::string> codes;
    for (const auto& region : constraint.regions)
        for (const auto& key : region.keys) {
            const auto* component = structure.find(key.component);
            if (component != nullptr && component->representation.enumeration &&
                component->representation.enumeration->artefact() == list.reference())
                codes.insert(codes.end(), key.values.begin(), key.values.end());
        }
    return codes.empty() ? list : sdmx::Registry::partial(list, codes);
}

sdmx::Sender sender_of(const plan::StatisticalItem& agency) {
    sdmx::Texts names{{"en", agency.naming.name}};
    if (!agency.naming.name_ur.empty())
        names.emplace_back("ur", agency.naming.name_ur);
    return {agency.id, std::move(names)};
}

dissemination::AnswerContext context_of(const SdmxService::Moment& now) {
    dissemination::AnswerContext made;
    made.as_of = now.today;
    made.utc_offset = now.plan->utc_offset;
    made.fiscal_year = {static_cast<unsigned>(now.plan->fiscal_year.month), 1};
    return made;
}

/// Answers one question from a catalogue.
class Answer {
  public:
    Answer(const dissemination::Catalogue& catalogue, const sdmx::Registry& registry,
           const SdmxQuestion& question)
        : catalogue_(catalogue),
          registry_(registry),
          address_(question.address),
          rest_(question.rest),
          choice_(question.choice),
          languages_(*question.languages),
          asked_(question.asked) {}

    Result<std::string> data(sdmx::DataMessage message, dissemination::AnswerContext now,
                             std::string room) const {
        const auto query = TRY(sdmx::parse_data_query(address_, rest_));
        const auto* written_as = std::get_if<sdmx::DataFormat>(&choice_.format);
        now.flat = written_as != nullptr && (*written_as == sdmx::DataFormat::csv_1 ||
                                             *written_as == sdmx::DataFormat::csv_2);
        auto answered = TRY(dissemination::answer_data(catalogue_, query, rest_, now));
        message.sets = std::move(answered.sets);
        if (std::holds_alternative<sdmx::WorkbookFormat>(choice_.format))
            return publish::write_workbook(message, facts_of(message, query, now), languages_);
        const sdmx::WriteOptions options{query.dimension_at_observation,
                                         sdmx::detail_written(query), languages_, choice_.csv};
        sdmx::Output output;
        output.text = std::move(room);
        TRY(sdmx::write_data(message, std::get<sdmx::DataFormat>(choice_.format), options, output));
        return std::move(output.text);
    }

    Result<std::string> availability(sdmx::StructureMessage message,
                                     const dissemination::AnswerContext& now) const {
        const auto query = TRY(sdmx::parse_availability_query(address_, rest_));
        const auto constraints =
            TRY(dissemination::answer_availability(catalogue_, query, rest_, now));
        std::deque<sdmx::Artefact> made;
        for (const auto& constraint : constraints) {
            message.artefacts.push_back(&constraint);
            if (query.references == sdmx::References::none)
                continue;
            const auto& body = std::get<sdmx::Constraint>(constraint.body);
            add_references(query, body, made, message.artefacts);
        }
        return written(message);
    }

    Result<std::string> schema(sdmx::StructureMessage message) const {
        const auto query = TRY(sdmx::parse_schema_query(address_, rest_));
        const auto found = TRY(registry_.select(query.what));
        if (found.size() != 1)
            return Error{ErrorCode::sdmx_no_results,
                         fmt::format("{} artefacts match; a schema is of one", found.size()),
                         {}};
        sdmx::SchemaContext context;
        context.of = found.front();
        context.structure = registry_.structure_of(*found.front());
        if (context.structure == nullptr)
            return Error{
                ErrorCode::sdmx_no_results,
                "the data structure of " + found.front()->reference().urn() + " is not held",
                {}};
        const auto structure = dissemination::with_representations(registry_, *context.structure);
        context.structure = &structure;
        context.dimension_at_observation = query.dimension_at_observation;
        context.allowed = registry_.allowed(*found.front());
        context.list_of = [this](const sdmx::Reference& list) { return registry_.find(list); };
        if (const auto* format = std::get_if<sdmx::SchemaFormat>(&choice_.format))
            return sdmx::write_schema(context, format->standard);
        return schema_as_structures(context, message);
    }

    Result<std::string> structure(sdmx::StructureMessage message) const {
        const auto query = TRY(sdmx::parse_structure_query(address_, rest_));
        const auto answered = TRY(registry_.answer(query));
        message.artefacts = answered.artefacts;
        return written(message);
    }

  private:
    // Whose figures they are, and of which day and question.
    publish::WorkbookFacts facts_of(const sdmx::DataMessage& message, const sdmx::DataQuery& query,
                                    const dissemination::AnswerContext& now) const {
        publish::WorkbookFacts facts{
            query.as_of.empty() ? base::to_string(now.as_of) : query.as_of, asked_, {}};
        for (const auto& artefact : registry_.all()) {
            const auto* agreement = std::get_if<sdmx::ProvisionAgreement>(&artefact.body);
            if (agreement == nullptr)
                continue;
            const auto* flow = registry_.find(agreement->flow);
            const bool is_shown = std::ranges::any_of(message.sets, [&](const auto& set) {
                return set.of.flow == flow && (set.of.provision_agreement == nullptr ||
                                               set.of.provision_agreement == &artefact);
            });
            if (is_shown)
                facts.providers.emplace_back(flow, provider_name(agreement->provider));
        }
        return facts;
    }

    std::string provider_name(const sdmx::Reference& provider) const {
        const auto* scheme = registry_.find(provider.artefact());
        if (scheme != nullptr)
            for (const auto& item : std::get<sdmx::ItemScheme>(scheme->body).items)
                if (item.id == provider.item)
                    return std::string{sdmx::text_in(item.names, languages_.front())};
        return provider.item;
    }

    std::string written(const sdmx::StructureMessage& message) const {
        return sdmx::write_structures(message, std::get<sdmx::StructureFormat>(choice_.format),
                                      languages_);
    }

    // What an availability answer brings besides: the dataflow and what it rests on, with the codes
    // that the constraint names.
    void add_references(const sdmx::AvailabilityQuery& query, const sdmx::Constraint& constraint,
                        std::deque<sdmx::Artefact>& made,
                        std::vector<const sdmx::Artefact*>& artefacts) const {
        const auto* flow = registry_.find(constraint.attachments.front());
        const auto* structure = registry_.structure_of(*flow);
        const auto all = registry_.with_references({flow}, sdmx::References::descendants, {});
        for (const auto* artefact : all) {
            const auto& types = query.reference_types;
            if (query.references == sdmx::References::of_types &&
                std::find(types.begin(), types.end(), artefact->type) == types.end())
                continue;
            const bool held = std::any_of(artefacts.begin(), artefacts.end(), [&](const auto* one) {
                return one->reference() == artefact->reference();
            });
            if (held)
                continue;
            if (artefact->type == sdmx::ArtefactType::codelist) {
                made.push_back(narrowed(*artefact, std::get<sdmx::DataStructure>(structure->body),
                                        constraint));
                artefact = &made.back();
            }
            artefacts.push_back(artefact);
        }
    }

    std::string schema_as_structures(const sdmx::SchemaContext& context,
                                     sdmx::StructureMessage& message) const {
        std::deque<sdmx::Artefact> made;
        sdmx::Constraint allowed;
        sdmx::CubeRegion region;
        for (const auto& [component, codes] : context.allowed)
            region.keys.push_back({component, false, true, codes, {}, {}});
        allowed.regions.push_back(std::move(region));
        message.artefacts = {context.structure};
        for (const auto* artefact :
             registry_.with_references({context.structure}, sdmx::References::children, {})) {
            if (artefact == context.structure)
                continue;
            if (artefact->type == sdmx::ArtefactType::codelist) {
                made.push_back(narrowed(
                    *artefact, std::get<sdmx::DataStructure>(context.structure->body), allowed));
                artefact = &made.back();
            }
            message.artefacts.push_back(artefact);
        }
        for (const auto& artefact : registry_.all())
            if (artefact.type == sdmx::ArtefactType::agency_scheme)
                message.artefacts.push_back(&artefact);
        return written(message);
    }

    const dissemination::Catalogue& catalogue_;
    const sdmx::Registry& registry_;  ///< of the day that is asked about
    const Address& address_;
    Rest rest_;
    const sdmx::MediaChoice& choice_;
    const std::vector<std::string>& languages_;
    const std::string& asked_;
};

}  // namespace

std::vector<dissemination::FigureStore> SdmxService::figures_in(const state::Known& known) const {
    const auto loads = record_.state().loads(known.seq);
    // The record and its store outlive the service.
    const std::shared_ptr<const statistics::SeriesStore> store{std::shared_ptr<void>{},
                                                               &record_.series_store()};
    return {{store, loads.empty() ? -1 : static_cast<std::int64_t>(loads.back().seq)}};
}

Result<std::shared_ptr<const SdmxService::Moment>> SdmxService::moment() const {
    const auto entries = record_.state().size();
    const auto today = record_.today();
    const std::lock_guard lock{mutex_};
    if (kept_ == nullptr || kept_->entries != entries || kept_->today != today)
        kept_ = TRY(make_moment());
    return kept_;
}

Result<std::shared_ptr<const SdmxService::Moment>> SdmxService::make_moment() const {
    auto made = std::make_shared<Moment>();
    made->entries = record_.state().size();
    const auto answerable = TRY(record_.now());
    const auto& statistics = answerable.plan->working->statistics;
    if (!statistics)
        return Error{ErrorCode::sdmx_no_results,
                     "the strategy declares no statistics; statistics.yaml would",
                     {}};
    made->in_force = answerable.plan;
    made->plan = answerable.plan->working;
    made->today = answerable.today;
    const auto loads = record_.state().loads(answerable.known.seq);
    const auto structures = record_.state().structures(answerable.known);
    made->last_load = std::max(loads.empty() ? 0 : loads.back().seq,
                               structures.empty() ? 0 : structures.back().seq);
    if (kept_ != nullptr && kept_->in_force == made->in_force &&
        kept_->last_load == made->last_load) {
        made->catalogue = kept_->catalogue;
    } else {
        const auto sources = TRY(record_.sources(answerable.known.seq));
        const auto foreign = TRY(loaded_structures(record_, answerable.known));
        made->catalogue = TRY(dissemination::make_catalogue(
            *statistics, figures_in(answerable.known), sources, foreign));
    }
    auto newest = std::max(answerable.plan->adopted_by, made->last_load);
    for (const auto& amendment : answerable.plan->amendments)
        newest = std::max(newest, amendment.seq);
    made->changed = record_.state().recorded_at(newest).value_or(base::Instant{});
    // The same question gets the same bytes until something changes, so that caches work.
    made->head.prepared = base::to_string(made->changed).substr(0, 19) + "Z";
    made->head.id = fmt::format(
        "TAMEEL-{}",
        std::chrono::duration_cast<std::chrono::seconds>(made->changed.time_since_epoch()).count());
    made->head.test = made->plan->is_exercise;
    made->head.sender = sender_of(made->catalogue->statistics.agency);
    return std::shared_ptr<const Moment>{std::move(made)};
}

// Structures as they were on the day of asOf, which only REST 2 has.
Result<std::shared_ptr<const sdmx::Registry>> SdmxService::registry_for(
    const Moment& now, const SdmxQuestion& question) const {
    const auto asked = question.address.find("asOf").value_or("");
    const bool is_of_structures =
        question.part == SdmxPart::structure || question.part == SdmxPart::schema;
    if (asked.empty() || !is_of_structures || question.rest == Rest::v1)
        return std::shared_ptr<const sdmx::Registry>{now.catalogue, &now.catalogue->registry};
    const auto day = sdmx::parse_period(asked, {});
    if (!day)
        return sdmx::query::syntax("asOf", "a date-time such as 2024-05-20T00:00:00Z", asked);
    const auto then = record_.answerable({std::min(day->first, now.today), {}});
    if (!then.ok() || !then->plan->working->statistics)
        return Error{ErrorCode::sdmx_no_results, "no structures were held on that day", {}};
    auto registry = std::make_shared<sdmx::Registry>(
        dissemination::make_registry(*then->plan->working->statistics));
    dissemination::add_foreign(*registry, TRY(loaded_structures(record_, then->known)));
    return std::shared_ptr<const sdmx::Registry>{std::move(registry)};
}

Result<SdmxQuestion> read_sdmx_request(const SdmxRequest& request) {
    SdmxQuestion question;
    question.rest = request.rest;
    question.asked = request.path;
    if (!request.query.empty())
        (question.asked += '?') += request.query;
    question.address = TRY(read_address(request));
    const auto [part, segments] = TRY(part_of(question.address, request.rest));
    question.part = part;
    question.choice =
        TRY(sdmx::negotiate(request.accept, question.address, resource_of(part), request.rest));
    question.languages = &sdmx::negotiate_languages(request.accept_language, question.address);
    auto& path = question.address.path;
    path.erase(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(segments));
    return question;
}

Result<std::string> SdmxService::answer(const SdmxQuestion& question, const Moment& now,
                                        std::string room) const {
    const auto registry = TRY(registry_for(now, question));
    const Answer answer{*now.catalogue, *registry, question};
    switch (question.part) {
        case SdmxPart::data:
            return answer.data({&now.head, {}}, context_of(now), std::move(room));
        case SdmxPart::availability:
            return answer.availability({&now.head, {}}, context_of(now));
        case SdmxPart::schema:
            return answer.schema({&now.head, {}});
        case SdmxPart::structure:
            break;
    }
    return answer.structure({&now.head, {}});
}

SdmxService::ErrorReply SdmxService::error_message(const SdmxRequest& request,
                                                   const Error& error) const {
    sdmx::ErrorMessage message;
    switch (base::info(error.code).http_status) {
        case 400:
            message.code = 140;
            break;
        case 404:
            message.code = 100;
            break;
        case 413:
            message.code = 510;
            break;
        case 422:
            message.code = 150;
            break;
        case 501:
            message.code = 501;
            break;
        default:
            message.code = error.code == ErrorCode::sdmx_not_acceptable ? 140 : 500;
    }
    message.text = error.where.empty() ? error.message : error.where + ": " + error.message;
    message.id = "ERROR";
    message.prepared = base::to_string(record_.clock().now()).substr(0, 19) + "Z";
    message.sender.id = "TAMEEL";
    const auto address = read_address(request);
    const auto choice = sdmx::negotiate(request.accept, address ? address.value() : Address{},
                                        Resource::structure, request.rest);
    const auto format = choice                     ? std::get<sdmx::StructureFormat>(choice->format)
                        : request.rest == Rest::v1 ? sdmx::StructureFormat::ml_21
                                                   : sdmx::StructureFormat::json_2;
    const bool json =
        format == sdmx::StructureFormat::json_1 || format == sdmx::StructureFormat::json_2;
    return {sdmx::write_error(message, format), json ? "application/json" : "application/xml"};
}

}  // namespace app
