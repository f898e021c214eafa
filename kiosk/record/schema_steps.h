// The steps of the schema in their order, a file each. What a file has had stays as it is: a change
// is a new step. Private to record/schema.cpp.
#pragma once

#include <string_view>

namespace chibo {

extern const std::string_view first_schema;
extern const std::string_view critique_schema;
extern const std::string_view several_devices;
extern const std::string_view search_behind;
extern const std::string_view journal_rows;
extern const std::string_view reasons;

} // namespace chibo
