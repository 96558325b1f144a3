/** Steps and a testbed for the tests of this module. */
package io.vpntck.reports.sample;
