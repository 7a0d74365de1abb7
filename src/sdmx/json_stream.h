#pragma once

#include "sdmx/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sdmx {

/// The text of an input, character by character. What goes wrong ends the text and is kept as the
/// failure.
///
/// Errors: sdmx_out_of_bounds, invalid_utf8, those of the input.
class JsonStream {
  public:
    JsonStream(const Input& input, const ReadOptions& options, std::size_t line, std::size_t column)
        : input_(input),
          options_(options),
          buffer_(block_bytes + 4),
          line_(line),
          column_(column) {}

    /// The next character, '\0' at the end.
    char peek() {
        if (at_ == valid_)
            fill();
        return at_ == valid_ ? '\0' : buffer_[at_];
    }
    void pass() { ++at_; }
    std::size_t told() const { return passed_ + at_; }
    /// What is left of the block.
    std::string_view ahead() const { return {buffer_.data() + at_, valid_ - at_}; }
    void pass(std::size_t bytes) { at_ += bytes; }

    /// A token begins: what follows counts against the bound of one text.
    void begin_token() { token_start_ = told(); }
    bool at_end() {
        peek();
        return at_ == valid_;
    }
    std::optional<base::Error>& failure() { return failure_; }

    /// Counts lines up to here.
    void locate();
    std::size_t line() const { return line_; }
    std::size_t column() const { return column_; }

    void begin_record() {
        record_.emplace();
        record_start_ = at_;
    }
    std::string end_record() {
        record_->append(buffer_.data() + record_start_, at_ - record_start_);
        auto taken = std::move(*record_);
        record_.reset();
        return taken;
    }

  private:
    static constexpr std::size_t block_bytes = std::size_t{1} << 16;

    void fill();
    bool keep_record();
    void check_utf8();
    void fail(base::Error error);

    const Input& input_;
    const ReadOptions& options_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t valid_ = 0;  // up to here it is UTF-8
    std::size_t end_ = 0;
    std::size_t passed_ = 0;
    std::size_t counted_ = 0;  // up to here lines are counted
    std::size_t line_;
    std::size_t column_;
    std::size_t token_start_ = 0;
    std::optional<std::string> record_;
    std::size_t record_start_ = 0;
    bool ended_ = false;
    std::optional<base::Error> failure_;
};

}  // namespace sdmx
