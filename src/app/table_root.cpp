#include "app/table_root.h"

#include <cstring>

namespace app {

void TableRoot::add(std::string_view bytes) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (is_quoted_) {
            at = bytes.find('"', at);
            if (at == bytes.npos)
                break;
            is_quoted_ = false;
        } else if (bytes[at] == '"') {
            is_quoted_ = true;
        } else if (bytes[at] == '\n') {
            add_record(bytes.substr(from, at - from));
            from = at + 1;
        }
    }
    begun_ += bytes.substr(from);
}

void TableRoot::add_record(std::string_view record) {
    if (!begun_.empty()) {
        begun_ += record;
        record = begun_;
    }
    if (record.ends_with('\r'))
        record.remove_suffix(1);
    tree_.append(journal::leaf_hash(record));
    begun_.clear();
}

journal::Hash TableRoot::finish() {
    if (!begun_.empty())
        add_record({});
    return tree_.root();
}

journal::Hash table_root(std::string_view table) {
    TableRoot root;
    root.add(table);
    return root.finish();
}

}  // namespace app
