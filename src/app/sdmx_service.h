#pragma once

#include "app/record.h"
#include "dissemination/cube.h"
#include "sdmx/media_type.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// A request to the SDMX service as it came, but for its entry point.
struct SdmxRequest {
    sdmx::Rest rest = sdmx::Rest::v1;
    std::string_view path;   ///< after the entry point, still encoded: "data/PK,EXPORTS/all"
    std::string_view query;  ///< still encoded
    std::string_view accept;
    std::string_view accept_language;
};

/// The parts of REST that an address leads to.
enum class SdmxPart : std::uint8_t { data, availability, schema, structure };

/// A request that has been read: what it asks for, and how the answer is to be written.
struct SdmxQuestion {
    sdmx::Rest rest = sdmx::Rest::v1;
    SdmxPart part = SdmxPart::structure;
    sdmx::Address address;  ///< without the segment that names the part
    sdmx::MediaChoice choice;
    const std::vector<std::string>* languages = nullptr;  ///< best first; set by the reading
    std::string asked;                                    ///< path and query as they came
};

/// Errors: sdmx_query_syntax, sdmx_not_acceptable, sdmx_not_implemented.
Result<SdmxQuestion> read_sdmx_request(const SdmxRequest& request);

/// The strategy's statistics as an SDMX web service: REST 1.5 with SDMX 2.1, and REST 2.2 with
/// SDMX 3.0. It answers from the vintages: what had been published by the day asked for.
///
/// What it holds is made anew after each load or change of the plan, and shared by all threads.
class SdmxService {
  public:
    explicit SdmxService(const Record& record) : record_(record) {}

    /// What is answered from until something is loaded, the plan changes or the day ends.
    struct Moment {
        std::uint64_t entries = 0;  ///< of the journal
        std::shared_ptr<const state::PlanInForce> in_force;
        std::uint64_t last_load = 0;
        base::Instant changed{};  ///< by the last load, or change of the plan
        std::shared_ptr<const dissemination::Catalogue> catalogue;
        std::shared_ptr<const plan::Plan> plan;
        base::Day today;
        sdmx::MessageHead head;  ///< of every message
    };
    /// Made once for each state of the journal and each day.
    /// Errors: sdmx_no_results where there is nothing to give, those of the record.
    Result<std::shared_ptr<const Moment>> moment() const;

    /// The body of the answer, in the representation that was chosen; it may use the memory of
    /// `room`.
    /// Errors: sdmx_no_results, sdmx_query_syntax, sdmx_query_semantics, sdmx_no_such_dimension,
    ///         sdmx_one_flow_only, sdmx_too_large, those of the record.
    Result<std::string> answer(const SdmxQuestion& question, const Moment& now,
                               std::string room = {}) const;

    /// The error as a message of the standard, in the format that the client reads.
    struct ErrorReply {
        std::string body;
        std::string media_type;
    };
    ErrorReply error_message(const SdmxRequest& request, const base::Error& error) const;

  private:
    Result<std::shared_ptr<const Moment>> make_moment() const;
    Result<std::shared_ptr<const sdmx::Registry>> registry_for(const Moment& now,
                                                               const SdmxQuestion& question) const;
    std::vector<dissemination::FigureStore> figures_in(const state::Known& known) const;

    const Record& record_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const Moment> kept_;
};

}  // namespace app
