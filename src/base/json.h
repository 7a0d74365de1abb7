#pragma once

#include "base/decimal.h"
#include "base/result.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace base {

/// What is done where an object names a key twice. Published schemas do (that of OCDS 1.0.3), and
/// what others publish is read as it is.
enum class DoubledKeys { refused, last_counts };

/// A JSON value that keeps the order of its keys. Whole numbers stay whole.
class Json {
  public:
    using Array = std::vector<Json>;
    using Member = std::pair<std::string, Json>;
    using Object = std::vector<Member>;

    Json() = default;  ///< null
    Json(std::nullptr_t) {}
    Json(bool value) : value_(value) {}
    Json(int value) : value_(std::int64_t{value}) {}
    Json(std::int64_t value) : value_(value) {}
    Json(std::uint64_t value) : value_(static_cast<std::int64_t>(value)) {}
    Json(double value) : value_(value) {}
    Json(const char* value) : value_(std::string{value}) {}
    Json(std::string_view value) : value_(std::string{value}) {}
    Json(std::string value) : value_(std::move(value)) {}
    Json(Array value) : value_(std::move(value)) {}
    Json(Object value) : value_(std::move(value)) {}

    static Json object(std::initializer_list<Member> members = {}) { return Object(members); }
    static Json array() { return Array{}; }
    template <typename Range, typename Projection>
    static Json array_of(const Range& range, Projection projection) {
        Array items;
        for (const auto& item : range)
            items.push_back(projection(item));
        return items;
    }

    /// Errors: invalid_json with line and column, json_too_deep, json_duplicate_key, invalid_utf8.
    static Result<Json> parse(std::string_view text, std::string_view name = "JSON",
                              std::size_t depth_max = 64,
                              DoubledKeys doubled = DoubledKeys::refused);

    bool is_null() const noexcept { return std::holds_alternative<std::monostate>(value_); }
    const bool* boolean() const noexcept { return std::get_if<bool>(&value_); }
    const std::int64_t* integer() const noexcept { return std::get_if<std::int64_t>(&value_); }
    const double* real() const noexcept { return std::get_if<double>(&value_); }
    const std::string* string() const noexcept { return std::get_if<std::string>(&value_); }
    const Array* array_items() const noexcept { return std::get_if<Array>(&value_); }
    const Object* members() const noexcept { return std::get_if<Object>(&value_); }
    std::string_view type_name() const noexcept;  ///< "a string", "an object", ...

    /// The member of that name, or nullptr where there is none or this is no object.
    const Json* find(std::string_view key) const noexcept;
    /// Adds a member at the end; this must be an object (or null, which becomes one).
    Json& set(std::string key, Json value);
    Json& push(Json value);  ///< this must be an array (or null, which becomes one)

    /// One line, keys in their own order.
    std::string text() const;
    /// Indented by two spaces, for people.
    std::string pretty() const;
    /// RFC 8785: sorted keys, shortest numbers, least escaping; equal values give equal bytes.
    std::string canonical() const;

    friend bool operator==(const Json&, const Json&) = default;

  private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

/// Appends a string with its quotes, as all JSON here is written: the least escaping of RFC 8785.
void append_json_string(std::string& out, std::string_view text);

/// The order of keys in canonical JSON: by UTF-16 code units (RFC 8785, section 3.2.3).
bool canonical_less(std::string_view a, std::string_view b);

/// A number as ECMAScript prints it (RFC 8785, section 3.2.2.3).
std::string ecmascript_number(double value);

/// Reads the fields of one object, and notes everything that is wrong with it in one pass.
///
/// A field that is absent or wrong yields an empty value; ask `finish` before using any.
class FieldReader {
  public:
    /// `path` leads to the object: "body", "targets[3]". The object must outlive the reader.
    FieldReader(const Json& object, std::string path);
    FieldReader(Json&& object, std::string path) = delete;

    std::string string(std::string_view key);  ///< required and not empty
    std::optional<std::string> optional_string(std::string_view key);
    std::int64_t integer(std::string_view key);
    std::optional<std::int64_t> optional_integer(std::string_view key);
    std::optional<bool> optional_boolean(std::string_view key);
    /// A string of digits, or a JSON number.
    std::optional<Decimal> optional_decimal(std::string_view key);
    const Json* optional_object(std::string_view key);
    const Json* optional_array(std::string_view key);
    std::vector<std::string> optional_strings(std::string_view key);
    const Json* any(std::string_view key);

    void fail(ErrorCode code, std::string_view key, std::string message);
    void fail(Error error);
    /// Everything that was wrong, unknown fields too; the first is the error, the others stand in
    /// `also`.
    Result<void> finish();

  private:
    const Json* take(std::string_view key);
    const Json* take_required(std::string_view key);
    void wrong_type(std::string_view key, std::string_view expected, const Json& found);

    const Json& object_;
    std::string path_;
    std::vector<std::string> known_;
    std::vector<Error> errors_;
};

}  // namespace base
