// A member's photo: a picture on a stick or in a folder is touched, checked, made small and kept.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "meeting/member.h"
#include "ui/screen.h"
#include "ui/screens/sync_sheets.h"

namespace chibo {

class PhotoSheet {
public:
    explicit PhotoSheet(Member member) : m_member(std::move(member)) {}
    /// False once it is closed.
    [[nodiscard]] bool draw(Ui& ui, Commands& commands, ExchangeDesk& desk);

private:
    struct Found {
        std::filesystem::path file;
        std::string second; // Where it lies.
    };
    void look(const Ui& ui, const ExchangeDesk& desk);
    void draw_files(Ui& ui, const Rect& rect);
    void draw_buttons(Ui& ui, Commands& commands, Rect row);
    void take(Ui& ui, const std::filesystem::path& file);
    void take_answer(Commands& commands);

    Member m_member;
    std::vector<std::filesystem::path> m_looked_in; // Sticks come and go while it is open.
    std::vector<Found> m_files;
    /// Set by the job that makes the picture small; shared with it, so that closing is safe.
    using Waiting = std::optional<Result<std::string>>;
    std::shared_ptr<Waiting> m_waiting;
    std::optional<Error> m_refused;
    std::optional<PlaceSheet> m_places; // Another folder is being chosen.
    bool m_closed = false;
};

} // namespace chibo
