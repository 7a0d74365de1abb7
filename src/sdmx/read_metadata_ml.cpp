#include "sdmx/metadata_report.h"
#include "sdmx/read_ml.h"

namespace sdmx {

base::Result<void> read_metadata_set(MlMessage& message) {
    const auto start = TRY(data_set_start(message));
    TRY(message.sink.data_set(start));
    MetadataReport report{message.sink};
    while (TRY(message.reader.next_tag()) == XmlReader::Event::start) {
        const auto part = TRY(read_tree(message.reader));
        TRY(report.take(part));
    }
    return report.tell();
}

}  // namespace sdmx
