// The App as the settings screen's desk: this machine's own ways, and the officers' codes.
#include <algorithm>

#include "meeting/check.h"
#include "record/codes.h"
#include "record/data_folder.h"
#include "record/member_commands.h"
#include "record/member_queries.h"
#include "record/own_codes.h"
#include "ui/app.h"

namespace chibo {

/// What is in force: a step file or a shot may have its own size of text and language.
MachineSettings App::machine() const
{
    MachineSettings machine = m_session.folder().machine();
    if (m_text_size > 0)
        machine.text_size = m_text_size;
    machine.language = m_ui.strings().language() == Language::English ? "en" : "vi";
    return machine;
}

void App::set_machine(const MachineSettings& machine)
{
    if (machine.text_size != m_text_size)
        m_text_size = 0; // Chosen by hand.
    guarded([&] { m_session.folder().set_machine(machine); });
    apply_machine_settings();
    m_version = -1;
    m_ui.pace().input();
}

void App::rename_cell(const std::string& name)
{
    guarded([&] { m_session.folder().rename_cell(m_session.cell(), name); });
}

/// Has a job derive a code's key, and goes on with it where the same cell is still open.
void App::with_code_key(const std::string& code, std::function<void(const Key&)> then)
{
    CHECK(m_session.record() != nullptr);
    m_ui.jobs().run([work = m_session.folder().code_work(), code] { return work.derive(code); },
        [this, cell = m_session.cell(), then = std::move(then)](const Key& code_key) {
            if (m_session.record() == nullptr || m_session.cell() != cell)
                return;
            guarded([&] { then(code_key); });
            m_version = -1;
        },
        [this](const std::exception&) { m_notices.push_back({"record.no_memory", {}}); });
}

void App::set_code(const OfficerCode& officer, Done done)
{
    if (const auto checked = check_code(officer.code); !checked) {
        done(checked);
        return;
    }
    with_code_key(officer.code, [this, officer, done = std::move(done)](const Key& code_key) {
        m_session.folder().set_code_with(
            m_session.cell(), m_session.record()->key(), officer, code_key);
        done({});
    });
}

void App::appoint(const NewOfficer& officer, Done done)
{
    with_code_key(officer.code, [this, officer, done = std::move(done)](const Key& code_key) {
        Record& record = *m_session.record();
        const auto before = read_officers(record);
        const OfficerId id = m_session.make_officer_id();
        const auto place = record.run(
            appoint_officer(officer.member, officer.role, officer.pin_hash, id), m_session.actor());
        if (!place) {
            done(tl::unexpected(place.error()));
            return;
        }
        m_session.folder().set_code_with(m_session.cell(), record.key(),
            {id, std::string(word(officer.role)), officer.code}, code_key);
        for (const Officer& old : before) {
            if (old.role == officer.role)
                m_session.folder().remove_code(m_session.cell(), old.id);
        }
        done({});
    });
}

void App::withdraw(OfficerId officer, Done done)
{
    CHECK(m_session.record() != nullptr);
    guarded([&] {
        Record& record = *m_session.record();
        const auto others = read_officers(record);
        const bool opens = std::ranges::any_of(others,
            [&](const Officer& other) { return other.id != officer && has_code(other.id); });
        if (!opens) {
            done(refuse("officers.last_code"));
            return;
        }
        const auto place = record.run(dismiss_officer(officer), m_session.actor());
        if (place)
            m_session.folder().remove_code(m_session.cell(), officer);
        done(place ? Result<void>() : Result<void>(tl::unexpected(place.error())));
    });
    m_ui.pace().input();
}

bool App::has_code(OfficerId officer) const
{
    const CellHeader* cell = m_session.folder().cell(m_session.cell());
    return cell != nullptr && std::ranges::any_of(cell->wraps, [&](const Wrap& wrap) {
        return !wrap.officer.nil() && wrap.officer == officer;
    });
}

std::string App::draw_code()
{
    return chibo::draw_code(data_folder() / "words.txt");
}

void App::renew_recovery_code(std::function<void(const std::string&)> done)
{
    const std::string code = draw_recovery_code();
    with_code_key(code, [this, code, done = std::move(done)](const Key& code_key) {
        const auto noted = m_session.record()->run(
            note_code_event(CodeEvent::RecoveryRenewed), m_session.actor());
        if (!noted) {
            m_notices.push_back(noted.error());
            return;
        }
        m_session.folder().set_recovery_with(m_session.cell(), m_session.record()->key(), code_key);
        done(code);
    });
}

std::int64_t App::own_code_wait_ms(MemberId member) const
{
    return m_session.record() == nullptr ? 0 : chibo::own_code_wait_ms(*m_session.record(), member);
}

/// A failing machine (no memory for the derivation) is told like any other.
Result<void> App::enter_with(MemberId member, const std::function<Result<Key>()>& open)
{
    std::optional<Result<Key>> key;
    guarded([&] { key = open(); });
    if (!key)
        return refuse("own_code.not_opened");
    if (!*key)
        return tl::unexpected(key->error());
    m_session.enter_own_pages(member, **key);
    m_toaster.hide();
    m_back.clear();
    m_version = -1;
    m_ui.pace().input();
    return {};
}

/// A job derives the key; who has left the screen by then, or locked, enters nothing.
void App::derive_own_code(OwnCodeTry tried, const Entered& entered)
{
    auto derive = [work = tried.work, code = tried.code] { return work.derive(code); };
    m_ui.jobs().run(
        std::move(derive),
        [this, tried = std::move(tried), entered, cell = m_session.cell(), at = m_at](
            const Key& code_key) {
            if (m_session.record() == nullptr || m_session.cell() != cell || m_at != at)
                return;
            entered(enter_with(tried.member, [&] { return tried.open(code_key); }));
        },
        [entered](const std::exception&) { entered(refuse("own_code.not_opened")); });
}

void App::make_own_code(MemberId member, const std::string& code, Entered entered)
{
    CHECK(m_session.record() != nullptr);
    if (const auto fine = check_own_code(*m_session.record(), member, code); !fine) {
        entered(fine);
        return;
    }
    const CodeWork work = own_code_work(m_session.folder().cost());
    const Key* key = m_session.drafts_key(); // On own pages: another code for the same drafts.
    auto open = [this, member, work, drafts = key ? std::optional(*key) : std::nullopt](
                    const Key& code_key) -> Result<Key> {
        Record& record = *m_session.record();
        const ChosenCode chosen {.work = work, .key = code_key};
        if (!drafts)
            return chibo::make_own_code(record, member, chosen);
        if (auto changed = change_own_code(record, member, *drafts, chosen); !changed)
            return tl::unexpected(changed.error());
        return *drafts;
    };
    derive_own_code({.member = member, .work = work, .code = code, .open = std::move(open)},
        std::move(entered));
}

void App::open_own_pages(MemberId member, const std::string& code, Entered entered)
{
    CHECK(m_session.record() != nullptr);
    Result<CodeWork> work = refuse("own_code.not_opened");
    guarded([&] { work = begin_own_code_try(*m_session.record(), member); });
    if (!work) {
        entered(tl::unexpected(work.error()));
        return;
    }
    auto open = [this, member](const Key& code_key) {
        return open_own_code(*m_session.record(), member, code_key);
    };
    derive_own_code(
        {.member = member, .work = *work, .code = code, .open = open}, std::move(entered));
}

Result<void> App::give_up_own_code(MemberId member)
{
    CHECK(m_session.record() != nullptr);
    std::optional<Result<void>> done;
    guarded(
        [&] { done = chibo::give_up_own_code(*m_session.record(), member, m_session.actor()); });
    m_version = -1;
    return done.value_or(refuse("own_code.not_opened"));
}

void App::read_again()
{
    m_version = -1;
    m_ui.pace().input();
}

void App::ask_officer()
{
    if (m_session.record() == nullptr)
        return;
    m_touched_ms = now_ms();
    m_lock_resting.emplace(*m_session.record(), m_clock.now_ms());
    m_ui.pace().input();
}

} // namespace chibo
