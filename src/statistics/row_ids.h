#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace statistics {

/// The identifiers of a table's rows. A prefix and a number that grows with the rows, as X0001,
/// costs next to nothing; any other is kept.
class RowIds {
  public:
    /// The row that has this identifier already; otherwise it is this row's.
    std::optional<std::uint32_t> add(std::string_view id, std::uint32_t row);

  private:
    // Numbers from `first` on, `count` of them, each one row behind the one before.
    struct Run {
        std::uint32_t row = 0;
        std::uint64_t count = 0;
    };
    using Runs = std::map<std::uint64_t, Run>;  // by first number

    static std::optional<std::uint32_t> add(Runs& runs, std::uint64_t number, std::uint32_t row);

    std::map<std::pair<std::string, std::size_t>, Runs> numbered_;  // by prefix and digits
    std::map<std::string, std::uint32_t, std::less<>> others_;
};

}  // namespace statistics
