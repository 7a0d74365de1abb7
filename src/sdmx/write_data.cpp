#include "sdmx/write_data.h"

namespace sdmx {

std::string_view name(DataSetStart::Action action) {
    switch (action) {
        case DataSetStart::Action::information:
            return "Information";
        case DataSetStart::Action::append:
            return "Append";
        case DataSetStart::Action::merge:
            return "Merge";
        case DataSetStart::Action::replace:
            return "Replace";
        case DataSetStart::Action::remove:
            return "Delete";
    }
    return {};
}

base::Result<void> write_data(const DataMessage& message, DataFormat format,
                              const WriteOptions& options, Output& output) {
    switch (format) {
        case DataFormat::json_1:
            return write_data_json(message, Standard::v21, options, output);
        case DataFormat::json_2:
            return write_data_json(message, Standard::v30, options, output);
        case DataFormat::csv_1:
            return write_data_csv(message, Standard::v21, options, output);
        case DataFormat::csv_2:
            return write_data_csv(message, Standard::v30, options, output);
        case DataFormat::generic_21:
        case DataFormat::generic_time_series_21:
        case DataFormat::structure_specific_21:
        case DataFormat::structure_specific_time_series_21:
        case DataFormat::structure_specific_30:
            return write_data_ml(message, format, options, output);
    }
    return {};
}

}  // namespace sdmx
