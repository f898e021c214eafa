# What the program is built on, and how our own targets are compiled.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED)

# Our own targets link this: warnings are errors here and nowhere else.
add_library(chibo_options INTERFACE)
target_compile_options(chibo_options INTERFACE -Wall -Wextra -Wshadow -Wconversion -Werror)
target_include_directories(chibo_options INTERFACE "${CMAKE_SOURCE_DIR}/kiosk")
if(CHIBO_SANITIZE)
    add_compile_options(-fsanitize=${CHIBO_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${CHIBO_SANITIZE})
endif()
if(CHIBO_PCH)
    target_precompile_headers(chibo_options INTERFACE
        <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
        <utility> <variant> <vector>)
endif()

find_package(fmt REQUIRED)
foreach(name libsodium libutf8proc fontconfig freetype2 pangocairo cairo glfw3 egl gl libqrencode xi x11)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${name})
endforeach()

# SQLite with encryption, sessions and FTS5: one amalgamation, and no other SQLite in the program.
add_library(sqlcipher STATIC "${CHIBO_DEPS}/sqlcipher/sqlite3.c")
target_include_directories(sqlcipher SYSTEM PUBLIC "${CHIBO_DEPS}/sqlcipher")
target_compile_definitions(sqlcipher PUBLIC SQLITE_HAS_CODEC SQLITE_ENABLE_SESSION SQLITE_ENABLE_PREUPDATE_HOOK
    PRIVATE SQLITE_TEMP_STORE=2 SQLITE_ENABLE_FTS5 SQLITE_ENABLE_COLUMN_METADATA SQLITE_DQS=0 SQLITE_THREADSAFE=1
            SQLITE_DEFAULT_MEMSTATUS=0 HAVE_USLEEP=1)
target_compile_options(sqlcipher PRIVATE -w -O2 -fno-sanitize=all)
target_link_libraries(sqlcipher PUBLIC OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m)

# SQLiteCpp by path: its CMake target would pull in a second SQLite.
find_library(SQLITECPP_LIBRARY libSQLiteCpp.a REQUIRED)
add_library(sqlitecpp INTERFACE)
target_link_libraries(sqlitecpp INTERFACE ${SQLITECPP_LIBRARY} sqlcipher)

# Dear ImGui with FreeType, the test hooks that step files need, and the OpenGL 3 and GLFW backends.
add_library(imgui STATIC
    ${CHIBO_DEPS}/imgui/imgui.cpp ${CHIBO_DEPS}/imgui/imgui_draw.cpp ${CHIBO_DEPS}/imgui/imgui_tables.cpp
    ${CHIBO_DEPS}/imgui/imgui_widgets.cpp ${CHIBO_DEPS}/imgui/misc/freetype/imgui_freetype.cpp
    ${CHIBO_DEPS}/imgui/backends/imgui_impl_opengl3.cpp ${CHIBO_DEPS}/imgui/backends/imgui_impl_glfw.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${CHIBO_DEPS}/imgui ${CHIBO_DEPS}/imgui/backends ${CHIBO_DEPS}/imgui/misc/freetype)
target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_FREETYPE IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_ENABLE_TEST_ENGINE)
target_compile_options(imgui PRIVATE -w -O2)
target_link_libraries(imgui PUBLIC PkgConfig::freetype2 PkgConfig::glfw3 PkgConfig::gl ${CMAKE_DL_LIBS})

# One library a folder of kiosk/: chibo_library(NAME SOURCES … USES …).
function(chibo_library name)
    cmake_parse_arguments(LIB "" "" "SOURCES;USES" ${ARGN})
    add_library(chibo_${name} STATIC ${LIB_SOURCES})
    target_link_libraries(chibo_${name} PRIVATE chibo_options PUBLIC ${LIB_USES})
    target_include_directories(chibo_${name} PUBLIC "${CMAKE_SOURCE_DIR}/kiosk")
endfunction()

# One GoogleTest program a folder of tests/: chibo_test(NAME SOURCES … USES …).
function(chibo_test name)
    cmake_parse_arguments(TEST "" "" "SOURCES;USES" ${ARGN})
    find_package(GTest REQUIRED)
    include(GoogleTest)
    add_executable(${name}_test ${TEST_SOURCES})
    target_link_libraries(${name}_test PRIVATE chibo_options ${TEST_USES} GTest::gmock GTest::gtest_main)
    target_include_directories(${name}_test PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    gtest_discover_tests(${name}_test TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()
