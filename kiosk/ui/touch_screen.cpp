#include "ui/touch_screen.h"

#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>
#include <unistd.h>

// As <GLFW/glfw3native.h> has it, without Xrandr's headers that come with it.
extern "C" Window glfwGetX11Window(GLFWwindow* window); // NOLINT: GLFW's own name.

namespace chibo {

namespace {

/// Which axis of a device says how wide a contact is, and how many of its units a millimetre has.
struct WidthAxis {
    int number = 0;
    double units_a_mm = 0;
};

std::optional<WidthAxis> width_axis(Display* display, int device)
{
    const Atom label = XInternAtom(display, "Abs MT Touch Major", True);
    int count = 0;
    XIDeviceInfo* info = XIQueryDevice(display, device, &count);
    if (info == nullptr)
        return std::nullopt;
    std::optional<WidthAxis> axis;
    for (int i = 0; i < info->num_classes; ++i) {
        if (info->classes[i]->type != XIValuatorClass)
            continue;
        const auto* valuator = reinterpret_cast<XIValuatorClassInfo*>(info->classes[i]);
        if (label != None && valuator->label == label && valuator->resolution > 0)
            axis = WidthAxis {valuator->number, valuator->resolution / 1000.0};
    }
    XIFreeDeviceInfo(info);
    return axis;
}

/// The value of one axis, where the event carries it.
std::optional<double> axis_value(const XIValuatorState& state, int number)
{
    const double* value = state.values;
    for (int i = 0; i < state.mask_len * 8; ++i) {
        if (!XIMaskIsSet(state.mask, i))
            continue;
        if (i == number)
            return *value;
        ++value;
    }
    return std::nullopt;
}

std::optional<PointerEvent::Kind> kind_of(int event)
{
    switch (event) {
    case XI_TouchBegin:
        return PointerEvent::Kind::Down;
    case XI_TouchUpdate:
        return PointerEvent::Kind::Move;
    case XI_TouchEnd:
        return PointerEvent::Kind::Up;
    default:
        return std::nullopt;
    }
}

} // namespace

/// A second connection to the server, read by a thread: GLFW's throws touch events away.
class TouchScreen::Listener {
public:
    Listener(unsigned long window, std::function<void()> wake) : m_wake(std::move(wake))
    {
        m_display = XOpenDisplay(nullptr);
        if (m_display == nullptr || !select(window) || pipe(m_stop.data()) != 0)
            return;
        m_thread = std::thread([this] { listen(); });
    }
    ~Listener()
    {
        if (m_thread.joinable()) {
            close(m_stop[1]); // The thread sees the end of the pipe.
            m_thread.join();
            close(m_stop[0]);
        }
        if (m_display != nullptr)
            XCloseDisplay(m_display);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    std::vector<FingerEvent> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_events, {});
    }
    bool touched()
    {
        const std::lock_guard lock(m_mutex);
        return !m_events.empty();
    }

private:
    bool select(unsigned long window)
    {
        int event = 0;
        int error = 0;
        if (XQueryExtension(m_display, "XInputExtension", &m_opcode, &event, &error) == False)
            return false;
        int major = 2;
        int minor = 2;
        if (XIQueryVersion(m_display, &major, &minor) != Success || major * 10 + minor < 22)
            return false;
        std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits {};
        XISetMask(bits.data(), XI_TouchBegin);
        XISetMask(bits.data(), XI_TouchUpdate);
        XISetMask(bits.data(), XI_TouchEnd);
        XIEventMask mask {XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
        // From here on the server sends a finger here, and no pointer for it to GLFW.
        const bool selected = XISelectEvents(m_display, window, &mask, 1) == Success;
        XFlush(m_display);
        return selected;
    }

    void listen()
    {
        std::array<pollfd, 2> waits {{{ConnectionNumber(m_display), POLLIN, 0}, {m_stop[0], 0, 0}}};
        while (true) {
            while (XPending(m_display) > 0)
                read_event();
            poll(waits.data(), waits.size(), -1);
            if (waits[1].revents != 0 || (waits[0].revents & (POLLERR | POLLHUP)) != 0)
                return;
        }
    }

    void read_event()
    {
        XEvent event;
        XNextEvent(m_display, &event);
        XGenericEventCookie& cookie = event.xcookie;
        if (cookie.type != GenericEvent || cookie.extension != m_opcode
            || XGetEventData(m_display, &cookie) == False)
            return;
        if (const auto kind = kind_of(cookie.evtype))
            add(*kind, *static_cast<XIDeviceEvent*>(cookie.data));
        XFreeEventData(m_display, &cookie);
    }

    void add(PointerEvent::Kind kind, const XIDeviceEvent& event)
    {
        if (!m_axes.contains(event.sourceid))
            m_axes[event.sourceid] = width_axis(m_display, event.sourceid);
        FingerEvent finger {.kind = kind,
            .finger = event.detail + 1, // 0 is the mouse.
            .at = {static_cast<float>(event.event_x), static_cast<float>(event.event_y)}};
        if (const auto& axis = m_axes[event.sourceid]) {
            if (const auto width = axis_value(event.valuators, axis->number))
                finger.width_mm = static_cast<float>(*width / axis->units_a_mm);
        }
        {
            const std::lock_guard lock(m_mutex);
            m_events.push_back(finger);
        }
        m_wake();
    }

    std::function<void()> m_wake;
    Display* m_display = nullptr; // The thread's alone once it runs.
    int m_opcode = 0;
    std::map<int, std::optional<WidthAxis>> m_axes; // By device; the thread's alone.
    std::array<int, 2> m_stop {-1, -1};
    std::mutex m_mutex; // Guards m_events.
    std::vector<FingerEvent> m_events;
    std::thread m_thread;
};

TouchScreen::TouchScreen(GLFWwindow* window, std::function<void()> wake) :
    m_listener(std::make_unique<Listener>(glfwGetX11Window(window), std::move(wake)))
{
}

TouchScreen::~TouchScreen() = default;

std::vector<FingerEvent> TouchScreen::take()
{
    return m_listener->take();
}

bool TouchScreen::touched() const
{
    return m_listener->touched();
}

} // namespace chibo
