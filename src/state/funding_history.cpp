#include "state/state.h"

namespace state {
namespace {

// Sequence numbers ascend, so what was recorded by then is a beginning of the list.
template <typename Entry>
std::vector<const Entry*> covered(const Chunked<Entry>& entries, const Known& known) {
    std::vector<const Entry*> list;
    const std::size_t count = entries.size();
    list.reserve(count);
    for (std::size_t i = 0; i < count && entries[i].seq < known.seq; ++i) {
        if (entries[i].effective_on <= known.as_of)
            list.push_back(&entries[i]);
    }
    return list;
}

}  // namespace

Result<void> State::fold_funding(std::uint64_t seq, const journal::EntryView& entry) {
    if (entry.kind == "funding.account_opened")
        accounts_.emplace_back(TRY(funding_reader_.account(seq, entry)));
    else if (entry.kind == "funding.level_declared")
        levels_.emplace_back(TRY(funding::Reader::level(seq, entry)));
    else if (entry.kind == "funding.budgeted")
        budget_lines_.emplace_back(TRY(funding_reader_.line(seq, entry)));
    else if (entry.kind == "funding.recorded")
        fund_records_.emplace_back(TRY(funding_reader_.record(seq, entry)));
    return {};
}

funding::Book State::book(const Known& known) const {
    return {covered(accounts_, known), covered(levels_, known), covered(budget_lines_, known),
            covered(fund_records_, known)};
}

}  // namespace state
