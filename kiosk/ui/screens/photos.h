// Members' photos for tiles and sheets: read with the record's copy, decoded beside the frame,
// shown when they are ready. A photo that is none leaves the initials in place, and the sentence
// that says why.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "meeting/attendance.h"
#include "record/record.h"
#include "ui/photo.h"
#include "ui/ui.h"
#include "ui/widgets/avatar.h"

namespace chibo {

class Photos {
public:
    /// Reads the bytes of photos that are not there yet; called from a screen's refresh().
    void read(const Record& record, const std::vector<AttendanceRow>& rows);
    /// What stands for the person now.
    [[nodiscard]] Portrait portrait_of(Ui& ui, const AttendanceRow& row);
    /// A photo that could not be used, once: whose, and why.
    struct Refused {
        PersonId person;
        Error error;
    };
    [[nodiscard]] std::optional<Refused> take_refused();

private:
    struct Kept {
        std::string file; // As stored; empty once the job has it.
        std::uint64_t name
            = 0; // Of the content: another photo of the same person is another picture.
        std::shared_ptr<std::optional<Result<Photo>>> result;
        bool told = false;
    };
    void start(Ui& ui, Kept& kept);

    std::map<PersonId, Kept> m_kept;
};

} // namespace chibo
