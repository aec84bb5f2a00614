/** Where a page of rows ends, for lists that go by time. */
@NullMarked
package io.rapport.profile.paging;

import org.jspecify.annotations.NullMarked;
