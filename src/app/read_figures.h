#pragma once

#include "app/record.h"
#include "app/unfinished_load.h"
#include "journal/hash.h"
#include "statistics/stage.h"

#include <optional>
#include <string>

namespace app {

/// A file of figures, a table or an SDMX message, that is to be read.
struct FiguresFile {
    std::string name;                           ///< as places of errors begin
    std::function<Result<base::Input>()> open;  ///< once more where it must begin anew
    std::string dataflow;  ///< empty: that of exchange rates where it holds some, else figures
    base::YearStart fiscal_year{7};
    std::optional<base::Day> today = {};  ///< nothing is published later
    std::function<void(const statistics::StageProgress&)> progress = {};
    UnfinishedLoad* unfinished = nullptr;  ///< where the load is kept while it is under way
};

/// A file that was read and kept among the objects; no entry names it yet.
struct ReadFigures {
    journal::Hash content{};               ///< of the file
    journal::Hash table{};                 ///< of the table that it is or stands for
    std::optional<journal::Hash> message;  ///< of the file, where it is a message
    journal::Hash root{};                  ///< over the table's records
    std::string dataflow;
    std::shared_ptr<const statistics::StagedLoad> staged;
};

/// Reads a file in one pass with bounded memory: one thread translates a message, one keeps and
/// hashes, one reads. Nothing is kept where anything is wrong.
///
/// Errors: those of `load_csv`, `translate_message`, the input and the objects; every row that is
/// wrong, in one pass. sdmx_not_loadable, invalid_rate.
Result<ReadFigures> read_figures(Record& record, const FiguresFile& file);

/// What a load brought, read again from the objects. Errors: object_damaged, those of `load_csv`;
/// projection_does_not_hold where the table does not have the root that the entry names.
Result<statistics::StagedLoad> read_again(const journal::ObjectStore& objects,
                                          const state::Load& load);

/// The name under which the series store has a load.
statistics::LoadName name_of(const state::Load& load);

}  // namespace app
