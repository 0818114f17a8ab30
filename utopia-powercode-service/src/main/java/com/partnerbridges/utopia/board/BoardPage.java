package com.partnerbridges.utopia.board;

import com.partnerbridges.shared.page.PageDoor;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Opens the page. */
@Singleton
class BoardPage {

  void register(@Observes Router router) {
    PageDoor.open(router, "orders-board", "data:");
  }
}
