#include "base/json.h"

#include "base/plain_json.h"
#include "base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>
#include <unordered_set>

namespace base {
namespace {

namespace dom = simdjson::dom;

std::string line_and_column(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto line_start = before.rfind('\n');
    const auto column =
        count_characters(line_start == std::string_view::npos ? before
                                                              : before.substr(line_start + 1)) +
        1;
    return fmt::format("{}:{}", line, column);
}

// simdjson's DOM says what is wrong but not where; its on-demand reader, which is slower to use,
// knows the place. It only runs on texts that are already known to be broken.
simdjson::error_code walk(simdjson::ondemand::value value, std::size_t depth);

template <typename Container, typename Get>
simdjson::error_code walk_all(Container container, Get get, std::size_t depth) {
    for (auto item : container) {
        if (item.error())
            return item.error();
        simdjson::ondemand::value value;
        if (const auto error = get(item).get(value))
            return error;
        if (const auto error = walk(value, depth + 1))
            return error;
    }
    return simdjson::SUCCESS;
}

// A literal such as nullnull makes `is_null` an error, which would be thrown if it were read as a
// bool.
simdjson::error_code error_of_null(simdjson::ondemand::value value) {
    bool is_null = false;
    if (const auto error = value.is_null().get(is_null))
        return error;
    return is_null ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
}

simdjson::error_code walk(simdjson::ondemand::value value, std::size_t depth) {
    if (depth > 512)
        return simdjson::DEPTH_ERROR;
    simdjson::ondemand::json_type type;
    if (const auto error = value.type().get(type))
        return error;
    switch (type) {
        case simdjson::ondemand::json_type::array: {
            simdjson::ondemand::array array;
            if (const auto error = value.get_array().get(array))
                return error;
            return walk_all(
                array, [](auto& item) { return item; }, depth);
        }
        case simdjson::ondemand::json_type::object: {
            simdjson::ondemand::object object;
            if (const auto error = value.get_object().get(object))
                return error;
            return walk_all(
                object, [](auto& item) { return item.value(); }, depth);
        }
        case simdjson::ondemand::json_type::string:
            return value.get_string().error();
        case simdjson::ondemand::json_type::number:
            return value.get_double().error();
        case simdjson::ondemand::json_type::boolean:
            return value.get_bool().error();
        case simdjson::ondemand::json_type::null:
            return error_of_null(value);
    }
    return simdjson::TAPE_ERROR;
}

/// Where a text opens more arrays and objects than `depth_max`, whatever else is wrong in it.
std::optional<std::size_t> place_too_deep(std::string_view text, std::size_t depth_max) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string && c == '\\')
            ++i;
        else if (c == '"')
            in_string = !in_string;
        else if (!in_string && (c == '[' || c == '{') && ++depth > depth_max)
            return i;
        else if (!in_string && (c == ']' || c == '}') && depth > 0)
            --depth;
    }
    return std::nullopt;
}

std::string place_of_fault(std::string_view text) {
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded{text};
    simdjson::ondemand::document document;
    if (parser.iterate(padded).get(document))
        return line_and_column(text, text.size());
    simdjson::ondemand::value root;
    if (!document.get_value().get(root))
        (void)walk(root, 1);
    const char* location = nullptr;
    if (document.current_location().get(location))
        return line_and_column(text, text.size());
    const auto offset = static_cast<std::size_t>(location - padded.data());
    return line_and_column(text, std::min(offset, text.size()));
}

Result<Json> convert(dom::element element, std::string_view name, DoubledKeys doubled) {
    switch (element.type()) {
        case dom::element_type::ARRAY: {
            Json::Array items;
            for (const auto item : dom::array(element))
                items.push_back(TRY(convert(item, name, doubled)));
            return Json{std::move(items)};
        }
        case dom::element_type::OBJECT: {
            Json::Object members;
            std::unordered_set<std::string_view> keys;
            for (const auto [key, value] : dom::object(element)) {
                const bool is_new = keys.insert(key).second;
                if (!is_new && doubled == DoubledKeys::refused)
                    return Error{ErrorCode::json_duplicate_key,
                                 fmt::format("the key \"{}\" stands twice in one object", key),
                                 std::string{name}};
                if (!is_new)
                    std::erase_if(members,
                                  [&](const Json::Member& one) { return one.first == key; });
                members.emplace_back(std::string{key}, TRY(convert(value, name, doubled)));
            }
            return Json{std::move(members)};
        }
        case dom::element_type::INT64:
            return Json{std::int64_t{element}};
        case dom::element_type::UINT64:
            return Json{static_cast<double>(std::uint64_t{element})};
        case dom::element_type::DOUBLE:
            return Json{double{element}};
        case dom::element_type::STRING:
            return Json{std::string_view{element}};
        case dom::element_type::BOOL:
            return Json{bool{element}};
        case dom::element_type::NULL_VALUE:
            return Json{};
    }
    return Json{};
}

void write_escape(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
    }
}

enum class Layout { line, canonical, indented };

void new_line(std::string& out, Layout layout, int depth) {
    if (layout != Layout::indented)
        return;
    out += '\n';
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
}

void write(std::string& out, const Json& json, Layout layout, int depth) {
    if (const auto* boolean = json.boolean()) {
        out += *boolean ? "true" : "false";
    } else if (const auto* integer = json.integer()) {
        fmt::format_to(std::back_inserter(out), "{}", *integer);
    } else if (const auto* real = json.real()) {
        out += ecmascript_number(*real);
    } else if (const auto* string = json.string()) {
        append_json_string(out, *string);
    } else if (const auto* items = json.array_items()) {
        out += '[';
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (i != 0)
                out += ',';
            new_line(out, layout, depth + 1);
            write(out, (*items)[i], layout, depth + 1);
        }
        if (!items->empty())
            new_line(out, layout, depth);
        out += ']';
    } else if (const auto* members = json.members()) {
        std::vector<const Json::Member*> order;
        for (const auto& member : *members)
            order.push_back(&member);
        if (layout == Layout::canonical)
            std::ranges::sort(order, canonical_less,
                              [](const Json::Member* m) -> std::string_view { return m->first; });
        out += '{';
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i != 0)
                out += ',';
            new_line(out, layout, depth + 1);
            append_json_string(out, order[i]->first);
            out += layout == Layout::indented ? ": " : ":";
            write(out, order[i]->second, layout, depth + 1);
        }
        if (!order.empty())
            new_line(out, layout, depth);
        out += '}';
    } else {
        out += "null";
    }
}

std::string written(const Json& json, Layout layout) {
    std::string out;
    write(out, json, layout, 0);
    return out;
}

}  // namespace

// Eight bytes at a time: a byte is zero where subtracting one borrows from its highest bit.
bool is_plain_json(std::string_view text) {
    constexpr std::uint64_t ones = ~std::uint64_t{0} / 255;
    constexpr std::uint64_t highs = ones * 0x80;
    const auto has_zero = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    const auto is_plain = [&](std::uint64_t word) {
        const auto below_space = (word - ones * 0x20) & ~word & highs;
        return (below_space | has_zero(word ^ ones * '"') | has_zero(word ^ ones * '\\')) == 0;
    };
    const auto word_at = [&](std::size_t at) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        return word;
    };
    constexpr auto width = sizeof(std::uint64_t);
    if (text.size() < width) {
        auto word = ones * ' ';
        std::memcpy(&word, text.data(), text.size());
        return is_plain(word);
    }
    for (std::size_t at = 0; at + width < text.size(); at += width)
        if (!is_plain(word_at(at)))
            return false;
    return is_plain(word_at(text.size() - width));  // it may cover some of the one before again
}

// What needs no escape is copied in runs; that is nearly everything.
void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    if (is_plain_json(text)) {
        out += text;
        out += '"';
        return;
    }
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, begin, at - begin);
        write_escape(out, c);
        begin = at + 1;
    }
    out.append(text, begin);
    out += '"';
}

// The surrogates of the supplementary planes (4-byte UTF-8, from 0xF0) come before the private-use
// and specials area U+E000..U+FFFF (3-byte UTF-8, 0xEE and 0xEF).
bool canonical_less(std::string_view a, std::string_view b) {
    const auto rank = [](unsigned char c) -> int {
        if (c >= 0xF0)
            return c - 2;
        return c >= 0xEE ? c + 8 : c;
    };
    return std::ranges::lexicographical_compare(a, b, [&](char x, char y) {
        return rank(static_cast<unsigned char>(x)) < rank(static_cast<unsigned char>(y));
    });
}

std::string ecmascript_number(double value) {
    if (!std::isfinite(value))
        return "null";
    if (value == 0)
        return "0";
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(value),
                                   std::chars_format::scientific)
                         .ptr;
    const std::string_view shortest{buffer, static_cast<std::size_t>(end - buffer)};
    const auto e = shortest.find('e');
    int exponent = 0;
    const char* exponent_text = shortest.data() + e + 1 + (shortest[e + 1] == '+');
    std::from_chars(exponent_text, end, exponent);
    std::string digits;
    for (const char c : shortest.substr(0, e)) {
        if (c != '.')
            digits += c;
    }
    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1;  // where the decimal point stands, counted from the first digit
    std::string out = value < 0 ? "-" : "";
    if (count <= point && point <= 21) {
        out += digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else if (0 < point && point <= 21) {
        out += digits.substr(0, static_cast<std::size_t>(point)) + '.' +
               digits.substr(static_cast<std::size_t>(point));
    } else if (-6 < point && point <= 0) {
        out += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else {
        out += digits.substr(0, 1);
        if (count > 1)
            out += '.' + digits.substr(1);
        out += fmt::format("e{}{}", point > 0 ? '+' : '-', std::abs(point - 1));
    }
    return out;
}

Result<Json> Json::parse(std::string_view text, std::string_view name, std::size_t depth_max,
                         DoubledKeys doubled) {
    TRY(check_utf8(text, name));
    dom::parser parser;
    if (parser.allocate(text.size() + 1, depth_max))
        return Error{ErrorCode::json_too_deep, "the JSON is too large", std::string{name}};
    dom::element root;
    const auto error = parser.parse(text.data(), text.size()).get(root);
    if (!error)
        return convert(root, name, doubled);
    // The parser looks at the brackets' balance first, and says of a deep text that it is broken.
    if (const auto deep = place_too_deep(text, depth_max))
        return Error{ErrorCode::json_too_deep,
                     fmt::format("the JSON is nested deeper than {} levels", depth_max),
                     fmt::format("{}:{}", name, line_and_column(text, *deep))};
    return Error{ErrorCode::invalid_json,
                 fmt::format("expected JSON: {}", simdjson::error_message(error)),
                 fmt::format("{}:{}", name, place_of_fault(text))};
}

std::string_view Json::type_name() const noexcept {
    constexpr std::string_view names[] = {"null",     "a boolean", "a whole number", "a number",
                                          "a string", "an array",  "an object"};
    return names[value_.index()];
}

const Json* Json::find(std::string_view key) const noexcept {
    const auto* object = members();
    if (object == nullptr)
        return nullptr;
    const auto at = std::ranges::find(*object, key, &Member::first);
    return at == object->end() ? nullptr : &at->second;
}

Json& Json::set(std::string key, Json value) {
    if (is_null())
        value_ = Object{};
    std::get<Object>(value_).emplace_back(std::move(key), std::move(value));
    return *this;
}

Json& Json::push(Json value) {
    if (is_null())
        value_ = Array{};
    std::get<Array>(value_).push_back(std::move(value));
    return *this;
}

std::string Json::text() const {
    return written(*this, Layout::line);
}

std::string Json::pretty() const {
    return written(*this, Layout::indented);
}

std::string Json::canonical() const {
    return written(*this, Layout::canonical);
}

FieldReader::FieldReader(const Json& object, std::string path)
    : object_(object), path_(std::move(path)) {
    if (object_.members() == nullptr)
        errors_.push_back({ErrorCode::json_wrong_type,
                           fmt::format("expected an object, found {}", object_.type_name()),
                           path_});
}

const Json* FieldReader::take(std::string_view key) {
    known_.emplace_back(key);
    const Json* field = object_.find(key);
    return field != nullptr && !field->is_null() ? field : nullptr;
}

const Json* FieldReader::take_required(std::string_view key) {
    const Json* field = take(key);
    if (field == nullptr && object_.members() != nullptr)
        errors_.push_back({ErrorCode::json_missing_field,
                           fmt::format("the field \"{}\" is required", key),
                           fmt::format("{}.{}", path_, key)});
    return field;
}

void FieldReader::wrong_type(std::string_view key, std::string_view expected, const Json& found) {
    fail(ErrorCode::json_wrong_type, key,
         fmt::format("expected {}, found {}", expected, found.type_name()));
}

void FieldReader::fail(ErrorCode code, std::string_view key, std::string message) {
    errors_.push_back({code, std::move(message), fmt::format("{}.{}", path_, key)});
}

void FieldReader::fail(Error error) {
    errors_.push_back(std::move(error));
}

std::string FieldReader::string(std::string_view key) {
    const Json* field = take_required(key);
    if (field == nullptr)
        return {};
    const auto* text = field->string();
    if (text == nullptr) {
        wrong_type(key, "a string", *field);
        return {};
    }
    if (text->empty())
        fail(ErrorCode::json_missing_field, key, "the text must not be empty");
    return *text;
}

std::optional<std::string> FieldReader::optional_string(std::string_view key) {
    const Json* field = take(key);
    if (field == nullptr)
        return std::nullopt;
    if (const auto* text = field->string())
        return *text;
    wrong_type(key, "a string", *field);
    return std::nullopt;
}

std::int64_t FieldReader::integer(std::string_view key) {
    const Json* field = take_required(key);
    if (field == nullptr)
        return 0;
    if (const auto* value = field->integer())
        return *value;
    wrong_type(key, "a whole number", *field);
    return 0;
}

std::optional<std::int64_t> FieldReader::optional_integer(std::string_view key) {
    const Json* field = take(key);
    if (field == nullptr)
        return std::nullopt;
    if (const auto* value = field->integer())
        return *value;
    wrong_type(key, "a whole number", *field);
    return std::nullopt;
}

std::optional<bool> FieldReader::optional_boolean(std::string_view key) {
    const Json* field = take(key);
    if (field == nullptr)
        return std::nullopt;
    if (const auto* value = field->boolean())
        return *value;
    wrong_type(key, "true or false", *field);
    return std::nullopt;
}

std::optional<Decimal> FieldReader::optional_decimal(std::string_view key) {
    const Json* field = take(key);
    if (field == nullptr)
        return std::nullopt;
    std::string text;
    if (const auto* string = field->string())
        text = *string;
    else if (field->integer() != nullptr || field->real() != nullptr)
        text = field->text();
    else
        wrong_type(key, "a decimal number", *field);
    if (text.empty()) {
        if (field->string() != nullptr)
            fail(ErrorCode::invalid_decimal, key, "expected a decimal number, found an empty text");
        return std::nullopt;
    }
    auto decimal = Decimal::parse(text);
    if (!decimal.ok()) {
        fail(decimal.error().code, key, decimal.error().message);
        return std::nullopt;
    }
    return decimal.value();
}

const Json* FieldReader::optional_object(std::string_view key) {
    const Json* field = take(key);
    if (field != nullptr && field->members() == nullptr) {
        wrong_type(key, "an object", *field);
        return nullptr;
    }
    return field;
}

const Json* FieldReader::optional_array(std::string_view key) {
    const Json* field = take(key);
    if (field != nullptr && field->array_items() == nullptr) {
        wrong_type(key, "an array", *field);
        return nullptr;
    }
    return field;
}

std::vector<std::string> FieldReader::optional_strings(std::string_view key) {
    std::vector<std::string> texts;
    const Json* array = optional_array(key);
    if (array == nullptr)
        return texts;
    for (const auto& item : *array->array_items()) {
        if (const auto* text = item.string())
            texts.push_back(*text);
        else
            wrong_type(key, "an array of strings", item);
    }
    return texts;
}

const Json* FieldReader::any(std::string_view key) {
    return take(key);
}

Result<void> FieldReader::finish() {
    if (const auto* members = object_.members()) {
        for (const auto& [key, value] : *members) {
            if (std::ranges::find(known_, key) != known_.end())
                continue;
            const auto near = nearest(key, known_);
            errors_.push_back({ErrorCode::json_unknown_field,
                               near.empty()
                                   ? fmt::format("the field \"{}\" is not known here; known are {}",
                                                 key, fmt::join(known_, ", "))
                                   : fmt::format("the field \"{}\" is not known here; did you mean "
                                                 "\"{}\"?",
                                                 key, near),
                               fmt::format("{}.{}", path_, key)});
        }
    }
    if (errors_.empty())
        return {};
    return all_in_one(std::move(errors_));
}

}  // namespace base
