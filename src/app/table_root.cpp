#include "app/table_root.h"

namespace app {

void TableRoot::begin_leaf() {
    leaf_.add(std::string_view{"\0", 1});  // RFC 9162: so that no node passes for a leaf
    records_ = 0;
    is_begun_ = false;
}

void TableRoot::end_leaf() {
    leaves_.whole.append(leaf_.finish());
    begin_leaf();
}

void TableRoot::add(std::string_view bytes) {
    const bool has_quotes = is_quoted_ || bytes.contains('"');
    std::size_t from = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        at = is_quoted_   ? bytes.find('"', at)
             : has_quotes ? bytes.find_first_of("\"\n", at)
                          : bytes.find('\n', at);
        if (at == bytes.npos)
            break;
        if (bytes[at] == '"') {
            is_quoted_ = !is_quoted_;
        } else if (++records_ == records_in_leaf) {
            leaf_.add(bytes.substr(from, at + 1 - from));
            end_leaf();
            from = at + 1;
            leaves_.end = bytes_ + from;
        }
    }
    leaf_.add(bytes.substr(from));
    is_begun_ = is_begun_ || from < bytes.size();
    bytes_ += bytes.size();
}

journal::Hash TableRoot::finish() {
    if (is_begun_)
        end_leaf();
    return leaves_.whole.root();
}

journal::Hash table_root(std::string_view table) {
    TableRoot root;
    root.add(table);
    return root.finish();
}

}  // namespace app
