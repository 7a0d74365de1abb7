# Reads layers.txt and gives `tameel_module`: folder = namespace = object library = test program.

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/layers.txt)
file(STRINGS ${CMAKE_SOURCE_DIR}/layers.txt layer_lines REGEX "^[a-z]+ *:")
set(TAMEEL_MODULES)
foreach(line IN LISTS layer_lines)
    string(REGEX MATCH "^([a-z]+) *:([^|]*)" _ "${line}")
    set(module ${CMAKE_MATCH_1})
    string(STRIP "${CMAKE_MATCH_2}" layers)
    separate_arguments(layers)
    set(TAMEEL_LAYERS_${module} ${layers})
    list(APPEND TAMEEL_MODULES ${module})
endforeach()

set(TAMEEL_OUTSIDE_base fmt::fmt simdjson::simdjson)
set(TAMEEL_OUTSIDE_journal OpenSSL::Crypto)
set(TAMEEL_OUTSIDE_plan yaml-cpp)
set(TAMEEL_OUTSIDE_publish ${LIBICAL} ${XLSXWRITER})
set(TAMEEL_OUTSIDE_dissemination ${ROARING})
set(TAMEEL_OUTSIDE_sdmx LibXml2::LibXml2)
set(TAMEEL_OUTSIDE_trust OpenSSL::Crypto)
set(TAMEEL_OUTSIDE_store SQLite::SQLite3 Threads::Threads)
set(TAMEEL_OUTSIDE_server Boost::headers ZLIB::ZLIB Threads::Threads)
set(TAMEEL_OUTSIDE_cli CLI11::CLI11)

add_library(tameel_options INTERFACE)
target_include_directories(tameel_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(tameel_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wnon-virtual-dtor -Wold-style-cast -Werror)
if(TAMEEL_SANITIZE)
    target_compile_options(tameel_options INTERFACE -fsanitize=address,undefined
        -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(tameel_options INTERFACE -fsanitize=address,undefined)
endif()

# tameel_module(NAME SOURCES ... [TESTS ...] [BENCHES ...]): links come from layers.txt.
function(tameel_module name)
    cmake_parse_arguments(arg "" "" "SOURCES;TESTS;BENCHES" ${ARGN})
    set(links tameel_options ${TAMEEL_OUTSIDE_${name}})
    foreach(layer IN LISTS TAMEEL_LAYERS_${name})
        if(TARGET ${layer})
            list(APPEND links ${layer})
        endif()
    endforeach()
    add_library(${name} OBJECT ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC ${links})

    # The module's own object files come with the link to it; those of the layers below do not
    # travel through PUBLIC links, so a program names every layer it stands on, and theirs.
    set(below ${TAMEEL_LAYERS_${name}})
    foreach(layer IN LISTS TAMEEL_LAYERS_${name})
        get_property(further GLOBAL PROPERTY TAMEEL_BELOW_${layer})
        list(APPEND below ${further})
    endforeach()
    list(REMOVE_DUPLICATES below)
    set_property(GLOBAL PROPERTY TAMEEL_BELOW_${name} ${below})
    set(objects)
    foreach(layer IN LISTS below)
        if(TARGET ${layer})
            list(APPEND objects $<TARGET_OBJECTS:${layer}>)
        endif()
    endforeach()
    if(arg_TESTS)
        add_executable(${name}_test ${arg_TESTS})
        target_link_libraries(${name}_test PRIVATE ${name} ${objects} GTest::gtest GTest::gmock
            GTest::gtest_main)
        target_compile_definitions(${name}_test PRIVATE
            TAMEEL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
        add_test(NAME ${name} COMMAND ${name}_test)
    endif()
    if(arg_BENCHES)
        add_executable(${name}_bench ${arg_BENCHES})
        target_link_libraries(${name}_bench PRIVATE ${name} ${objects} benchmark::benchmark
            benchmark::benchmark_main)
        target_compile_definitions(${name}_bench PRIVATE
            TAMEEL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    endif()
endfunction()
