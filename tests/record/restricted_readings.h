// Who saw or took out what of level C, as the record has noted it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/query.h"

namespace chibo::test {

struct RestrictedReading {
    std::string what, how, who, role;
    std::optional<MemberId> about {};
    UnixMs at_ms = 0;
};

/// The latest first: ids are made in order of time.
inline std::vector<RestrictedReading> read_restricted_readings(const Record& record, int most)
{
    Query query(record, R"sql(
        SELECT restricted_reading.what, restricted_reading.how, coalesce(member.name, ''),
               restricted_reading.role, restricted_reading.about, restricted_reading.at_ms
        FROM restricted_reading LEFT JOIN member ON member.id = restricted_reading.reader
        ORDER BY restricted_reading.id DESC LIMIT :most /* reads all */)sql");
    query.bind(":most", most);
    std::vector<RestrictedReading> readings;
    while (query.next()) {
        RestrictedReading reading;
        reading.what = query.text();
        reading.how = query.text();
        reading.who = query.text();
        reading.role = query.text();
        reading.about = query.optional_id<MemberId>();
        reading.at_ms = query.number();
        readings.push_back(std::move(reading));
    }
    return readings;
}

} // namespace chibo::test
