#include "sdmx/csv_header.h"
#include "sdmx/csv_rows.h"
#include "sdmx/excerpt.h"
#include "sdmx/place.h"
#include "sdmx/read_message.h"

#include <algorithm>

namespace sdmx {

namespace {

class CsvReader {
  public:
    CsvReader(const Input& input, const ReadOptions& options, MessageSink& sink,
              std::uint64_t passed)
        : options_(options), sink_(sink), rows_(input, options, passed) {}

    base::Result<void> read() {
        const auto begin = TRY(rows_.peek());
        rows_.set_separator(TRY(csv_separator(begin, options_.name)));
        if (!TRY(rows_.next()))
            return error("expected a header, found none");
        header_ = TRY(read_csv_header(rows_.fields(), options_, rows_.line()));
        header_bytes_ = rows_.next_bytes();
        if (options_.from)
            rows_.go_on_at(*options_.from);
        while (TRY(rows_.next()))
            TRY(read_row());
        if (!form_told_)
            TRY(tell_form());
        return {};
    }

  private:
    base::Error error(std::string message) const {
        return Place{options_.name, rows_.line()}.malformed(std::move(message));
    }

    base::Result<void> tell_form() {
        form_told_ = true;
        MessageForm form;
        form.format = header_.second_edition ? Format::csv_2 : Format::csv_1;
        form.kind = metadata_ ? MessageKind::metadata : MessageKind::data;
        return sink_.form(form);
    }

    base::Result<void> read_row() {
        const auto fields = rows_.fields();
        if (fields.size() != header_.width)
            return error("expected " + std::to_string(header_.width) +
                         " fields, as the header has, found " + std::to_string(fields.size()));
        place_.set(options_.name, rows_.line());
        if (!same_set(fields))
            TRY(begin_set(fields));
        key_.clear();
        attributes_.clear();
        unquoted_.clear();
        value_.reset();
        bool whole_key = whole_keys_;
        for (const auto& column : header_.columns) {
            const auto field = fields[column.index];
            if (field.empty() || (field == "~" && column.part == Part::dimension)) {
                whole_key &= column.part != Part::dimension;
                continue;
            }
            if (column.pieces)
                split_pieces(column, field);
            else
                take(column.part, column.id, header_.labelled ? without_label(field) : field, {});
        }
        return tell(whole_key);
    }

    void take(Part part, std::string_view id, std::string_view value, std::string_view language) {
        switch (part) {
            case Part::dimension:
                key_.emplace_back(id, value);
                break;
            case Part::value:
                value_ = value;
                break;
            case Part::attribute:
                attributes_.emplace_back(id, value, language);
        }
    }

    // A row with the whole key, or with a value, is an observation; another one says something of
    // all that its part of the key reaches.
    base::Result<void> tell(bool whole_key) {
        if (value_ || (whole_key && !key_.empty() && !metadata_)) {
            ObservationRecord record;
            record.key = key_;
            record.value = value_;
            record.attributes = attributes_;
            record.where = place_.text();
            record.next = {rows_.next_bytes(), rows_.next_line(), header_bytes_};
            return sink_.observation(record);
        }
        if (!key_.empty())
            return sink_.group(key_, attributes_);
        return attributes_.empty() ? base::Result<void>{} : sink_.data_set_attributes(attributes_);
    }

    // "A;B" of ATTR[], "en:A;fr:B" of ATTR[en;fr], and several such in quotes: many of many.
    void split_pieces(const CsvColumn& column, std::string_view field) {
        const auto separator = header_.piece_separator;
        for (const auto piece : csv_pieces(field, separator, unquoted_)) {
            if (column.languages.empty()) {
                take(column.part, column.id, piece, {});
                continue;
            }
            for (const auto text : csv_pieces(piece, separator, unquoted_)) {
                const auto language = text.substr(0, std::min(text.find(':'), text.size()));
                const bool known =
                    std::ranges::find(column.languages, language) != column.languages.end();
                take(column.part, column.id,
                     known && language.size() < text.size() ? text.substr(language.size() + 1)
                                                            : text,
                     known ? language : std::string_view{});
            }
        }
    }

    bool same_set(std::span<const std::string_view> fields) const {
        return form_told_ && fields[0] == first_ && (!header_.second_edition || fields[1] == id_) &&
               (!header_.action || fields[*header_.action] == action_);
    }

    base::Result<void> begin_set(std::span<const std::string_view> fields) {
        first_ = fields[0];
        if (header_.second_edition)
            id_ = fields[1];
        if (header_.action)
            action_ = fields[*header_.action];
        DataSetStart start;
        start.dimension_at_observation = "AllDimensions";
        auto type = ArtefactType::dataflow;
        if (header_.second_edition) {
            const auto named = csv_structure_type(first_);
            if (!named)
                return error(
                    "expected dataflow, datastructure or dataprovision as the STRUCTURE, "
                    "found \"" +
                    excerpt(first_, 100) + '"');
            type = *named;
        }
        if (!action_.empty()) {
            const auto action = action_.size() == 1 ? action_named(action_) : std::nullopt;
            if (!action)
                return error("expected the ACTION I, A, M, R or D, found \"" +
                             excerpt(action_, 100) + '"');
            start.action = *action;
        }
        start.structure = without_label(header_.second_edition ? id_ : first_);
        start.structure_reference = csv_reference(start.structure, type);
        if (!start.structure_reference)
            return error("expected a structure as AGENCY:ID(VERSION), found \"" +
                         excerpt(start.structure, 100) + '"');
        if (!form_told_) {
            metadata_ = type == ArtefactType::metadataflow ||
                        type == ArtefactType::metadata_structure ||
                        type == ArtefactType::metadata_provision_agreement;
            TRY(tell_form());
        }
        const auto* structure = options_.structure_of ? options_.structure_of(start) : nullptr;
        assign_parts(header_, structure);
        whole_keys_ = has_whole_keys(header_, structure);
        return sink_.data_set(start);
    }

    const ReadOptions& options_;
    MessageSink& sink_;
    CsvRows rows_;
    CsvHeader header_;
    std::uint64_t header_bytes_ = 0;
    bool form_told_ = false;
    bool metadata_ = false;
    bool whole_keys_ = true;
    // What the last row's first columns said; a change begins a data set.
    std::string first_;
    std::string id_;
    std::string action_;
    std::vector<ComponentValue> key_;
    std::vector<ComponentValue> attributes_;
    std::optional<std::string_view> value_;
    std::deque<std::string> unquoted_;  // pieces of this row that had doubled quotes
    Place place_;
};

}  // namespace

base::Result<void> read_csv(const Input& input, const ReadOptions& options, MessageSink& sink,
                            std::uint64_t passed) {
    return CsvReader(input, options, sink, passed).read();
}

}  // namespace sdmx
